import { beforeEach, describe, expect, it } from "vitest";
import type { AppError } from "@/lib/domain/error";
import type { Decision } from "@/lib/domain/moderation/schema";
import { ModerationLog, ModerationState } from "@/lib/domain/moderation/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { findMember } from "@/lib/server/member/find-member";
import { resetDatabase } from "@/lib/server/testing/database";
import { makePresent, untrueLoads } from "@/lib/server/testing/flow";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeBrand, makeChat, makeMember, makeVisitor, morning } from "@/lib/server/testing/world";
import { decide } from "./decide";
import { flagSomething } from "./flag-something";
import { getModeration } from "./get-moderation";
import { listActions } from "./list-actions";
import { undoAction } from "./undo-action";

const now = later(morning, 60);
let world: Awaited<ReturnType<typeof makeWorld>>;
let heard: ReturnType<typeof hearEvents>;

async function makeWorld() {
  const brand = await makeBrand();
  const visitor = await makeVisitor(brand);
  const samir = await makePresent(brand, { name: "Samir H.", capacity: 2 });
  const helene = await makeMember(brand, { name: "Hélène", role: "manager" });
  const bruno = await makeMember(brand, { name: "Bruno", role: "manager" });
  const chat = await makeChat(brand, visitor, samir);
  return { brand, visitor, samir, helene, bruno, chat, messageId: chat.message.id };
}

beforeEach(async () => {
  await resetDatabase();
  heard = hearEvents();
  world = await makeWorld();
});

let reports = 0;
/** One after the other, a second apart. */
const report = (input: { by?: MemberActor; messageId?: string; words?: string } = {}) =>
  flagSomething({
    party: { member: input.by ?? world.samir },
    chatId: world.chat.id,
    input: { messageId: input.messageId, reason: "insult", words: input.words },
    now: later(morning, ++reports % 60),
  });
const reportHelper = () =>
  flagSomething({ party: { visitor: world.visitor }, chatId: world.chat.id, input: { reason: "spam" }, now });
const queue = async () => ModerationState.parse(await getModeration({ member: world.helene, now }));
const log = async () => ModerationLog.parse(await listActions({ member: world.helene, now })).actions;

async function settle(decision: Decision, member = world.helene, reason?: string) {
  const [first] = (await queue()).reports;
  const flagIds = first?.flags.map(({ id }) => id) ?? [];
  return decide({ member, input: { flagIds, decision, reason }, now });
}

const isHidden = async () =>
  (await db().message.findUniqueOrThrow({ where: { id: world.messageId } })).hiddenAt !== null;
describe("the queue", () => {
  it("groups reports by what they are about, with what was said around it", async () => {
    const { helene, samir, messageId } = world;
    for (let seq = 2; seq <= 6; seq++) {
      await db().message.create({
        data: {
          brandId: world.brand.id,
          chatId: world.chat.id,
          seq,
          clientId: `said-${seq}-here`,
          author: "visitor",
          body: `Words ${seq}`,
          sentAt: now,
        },
      });
    }
    await report({ messageId, words: "He shouts" });
    await report({ by: helene, messageId });
    await reportHelper();
    const { openCount, reports } = await queue();
    expect(openCount).toBe(2);
    expect(reports).toMatchObject([
      {
        key: `message:${messageId}`,
        about: { kind: "visitor", name: "Marie" },
        isHidden: true,
        flags: [
          { by: { kind: "owner", name: "Samir H." }, reason: "insult", words: "He shouts" },
          { by: { kind: "staff", name: "Hélène" }, words: null },
        ],
      },
      { key: `member:${samir.id}`, about: { kind: "owner", name: "Samir H." }, standing: "active" },
    ]);
    expect(reports[0]?.context.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  });

  it("is the brand's own", async () => {
    await report({ messageId: world.messageId });
    const stranger = await makeMember(await makeBrand(), { role: "manager" });
    expect((await getModeration({ member: stranger, now })).reports).toEqual([]);
    const flagIds = (await db().flag.findMany()).map(({ id }) => id);
    const attempt = decide({ member: stranger, input: { flagIds, decision: { kind: "hide" } }, now });
    await expect(attempt).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listActions({ member: stranger, now })).actions).toEqual([]);
  });
});

describe("deciding", () => {
  it("hides and takes it back; the report is open again", async () => {
    await report({ messageId: world.messageId });
    const { actionId } = await settle({ kind: "hide" }, world.helene, "rude");
    expect(await isHidden()).toBe(true);
    expect((await queue()).reports).toEqual([]);
    expect(await log()).toMatchObject([{ kind: "hide", by: "Hélène", reason: "rude", canUndo: true }]);
    await Promise.all([1, 2, 3].map(() => undoAction({ member: world.bruno, actionId, now })));
    expect(await isHidden()).toBe(false);
    expect((await queue()).openCount).toBe(1);
    expect((await log()).map(({ kind, canUndo }) => [kind, canUndo]).sort()).toEqual([
      ["hide", false],
      ["restore", false],
    ]);
  });

  it("confirms what two reports had hidden, and taking that back leaves it hidden", async () => {
    await report({ messageId: world.messageId });
    await report({ by: world.bruno, messageId: world.messageId });
    const { actionId } = await settle({ kind: "hide" });
    await undoAction({ member: world.helene, actionId, now: later(now, 1) });
    expect(await isHidden()).toBe(true);
    expect((await queue()).openCount).toBe(1);
  });

  it("shows again what two reports had hidden", async () => {
    await report({ messageId: world.messageId });
    await report({ by: world.bruno, messageId: world.messageId });
    const { actionId } = await settle({ kind: "restore" });
    expect(await isHidden()).toBe(false);
    await undoAction({ member: world.helene, actionId, now });
    expect(await isHidden()).toBe(true);
  });

  it("tells the second of two managers who was first and what he did", async () => {
    await report({ messageId: world.messageId });
    const flagIds = (await db().flag.findMany()).map(({ id }) => id);
    const results = await Promise.allSettled(
      [world.helene, world.bruno].map((member, i) =>
        decide({ member, input: { flagIds, decision: { kind: i ? "dismiss" : "hide" } }, now }),
      ),
    );
    const lost = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    expect(lost).toHaveLength(1);
    const { code, params } = lost[0] as AppError;
    expect(code).toBe("REPORT_SETTLED");
    const [flag] = await db().flag.findMany();
    const winner = flag?.resolvedById === world.helene.id ? "Hélène" : "Bruno";
    expect(params).toEqual({ name: winner, outcome: flag?.outcome });
    expect(await log()).toHaveLength(1);
  });

  it("leaves a report open that came after the manager had looked", async () => {
    await report({ messageId: world.messageId });
    const flagIds = (await db().flag.findMany()).map(({ id }) => id);
    await report({ by: world.bruno, messageId: world.messageId });
    await decide({ member: world.helene, input: { flagIds, decision: { kind: "dismiss" } }, now });
    expect((await queue()).reports).toMatchObject([{ flags: [{ by: { name: "Bruno" } }] }]);
  });

  it("refuses what cannot be done to this subject, and reports on several", async () => {
    await report({ messageId: world.messageId });
    await reportHelper();
    const flagIds = (await db().flag.findMany()).map(({ id }) => id);
    const attempts: [string[], Decision][] = [
      [flagIds, { kind: "dismiss" }],
      [flagIds.slice(0, 1), { kind: "suspend" }],
      [flagIds.slice(1), { kind: "hide" }],
      [flagIds.slice(1), { kind: "ban", hours: 24 }],
    ];
    for (const [ids, decision] of attempts) {
      const attempt = decide({ member: world.helene, input: { flagIds: ids, decision }, now });
      await expect(attempt).rejects.toMatchObject({ code: "INVALID_INPUT" });
    }
    expect((await queue()).openCount).toBe(2);
    expect(await log()).toEqual([]);
  });

  it("suspends a helper: out of the brand at once, sockets closed, his chat to others; and takes it back", async () => {
    const { samir, brand, chat } = world;
    const nadia = await makePresent(brand, { name: "Nadia B." });
    await reportHelper();
    const { actionId } = await settle({ kind: "suspend" });
    const who = { userId: samir.userId, brandSlug: brand.slug };
    expect(await findMember(who)).toBeNull();
    expect(heard.ended).toEqual([samir.id]);
    expect(await db().segment.findUniqueOrThrow({ where: { id: chat.segment.id } })).toMatchObject({
      state: "lost",
    });
    expect(await db().offer.findMany({ where: { state: "made" } })).toMatchObject([{ memberId: nadia.id }]);
    expect(await untrueLoads()).toEqual([]);
    await undoAction({ member: world.helene, actionId, now });
    expect(await findMember(who)).not.toBeNull();
    expect((await db().member.findUniqueOrThrow({ where: { id: samir.id } })).isOpen).toBe(false);
  });

  it("hides the words of whoever is banned for them", async () => {
    await report({ messageId: world.messageId });
    const { actionId } = await settle({ kind: "ban", hours: 24 });
    expect(await isHidden()).toBe(true);
    await undoAction({ member: world.helene, actionId, now });
    expect(await db().ban.count({ where: { liftedAt: null } })).toBe(0);
    expect((await log()).find(({ kind }) => kind === "hide")).toMatchObject({ canUndo: true });
  });

  it("leaves admins to admins", async () => {
    const admin = await makeMember(world.brand, { role: "admin" });
    await db().segment.updateMany({ data: { memberId: admin.id } });
    await reportHelper();
    await expect(settle({ kind: "suspend" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await queue()).openCount).toBe(1);
  });
});

describe("the log", () => {
  it("comes in pages without a hole or a double, filtered by kind and by who did it", async () => {
    const { brand, helene, bruno } = world;
    await db().moderationAction.createMany({
      data: Array.from({ length: 70 }, (_, i) => ({
        brandId: brand.id,
        actorId: i % 2 ? helene.id : bruno.id,
        kind: i % 3 ? "dismiss" : "pause",
        actedAt: later(morning, Math.floor(i / 5)),
      })),
    });
    const ids: string[] = [];
    let after: string | undefined;
    do {
      const page = await listActions({ member: helene, after, now });
      ids.push(...page.actions.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after);
    expect(ids).toHaveLength(70);
    expect(new Set(ids).size).toBe(70);
    const paused = await listActions({ member: helene, kind: "pause", actorId: bruno.id, now });
    expect(paused.actions).toHaveLength(12);
    await expect(listActions({ member: helene, after: "2026_x", now })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
  });
});
