import { beforeEach, describe, expect, it } from "vitest";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { findFacts } from "@/lib/server/fact/find-facts";
import { decide } from "@/lib/server/moderation/decide";
import { flagSomething } from "@/lib/server/moderation/flag-something";
import { undoAction } from "@/lib/server/moderation/undo-action";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeBrand, makeChat, makeMember, makeVisitor, morning } from "@/lib/server/testing/world";

let samir: MemberActor;
let helene: MemberActor;
let reported: { chatId: string; messageId: string };

beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  const brand = await makeBrand();
  samir = await makeMember(brand);
  helene = await makeMember(brand, { name: "Hélène R.", role: "manager" });
  const chat = await makeChat(brand, await makeVisitor(brand), samir);
  reported = { chatId: chat.id, messageId: chat.message.id };
});

async function report(by: MemberActor) {
  const { chatId, messageId } = reported;
  const input = { messageId, reason: "insult" as const };
  await flagSomething({ party: { member: by }, chatId, input, now: morning });
}

async function settle(kind: "hide" | "dismiss") {
  const flags = await db().flag.findMany({ where: { resolvedAt: null }, select: { id: true } });
  const input = { flagIds: flags.map(({ id }) => id), decision: { kind } };
  return decide({ member: helene, input, now: morning });
}

const upheld = async (member: MemberActor) =>
  (await findFacts({ tx: db(), memberId: member.id })).map(({ kind }) => kind);

describe("upholdFlags", () => {
  it("counts for who reported what a moderator found right, until that is taken back", async () => {
    await report(samir);
    const { actionId } = await settle("hide");
    expect(await upheld(samir)).toEqual(["safety.upheld"]);
    await undoAction({ member: helene, actionId, now: morning });
    expect(await upheld(samir)).toEqual([]);
    await settle("hide");
    expect(await upheld(samir)).toEqual(["safety.upheld"]);
    expect(await db().fact.count()).toBe(1);
  });

  it("does not count what was dismissed, nor what the moderator reported himself", async () => {
    await report(samir);
    await settle("dismiss");
    await report(helene);
    await settle("hide");
    expect(await upheld(samir)).toEqual([]);
    expect(await upheld(helene)).toEqual([]);
  });
});
