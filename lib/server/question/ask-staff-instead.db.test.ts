import { beforeEach, describe, expect, it } from "vitest";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { runDue } from "@/lib/server/routing/run-due";
import { resetDatabase } from "@/lib/server/testing/database";
import { askAbout, makePresent, ringing, untrueLoads } from "@/lib/server/testing/flow";
import { hearEvents } from "@/lib/server/testing/heard";
import {
  makeBrand,
  makeChat,
  makeMember,
  makeVisitor,
  morning,
  type TestBrand,
} from "@/lib/server/testing/world";
import { askStaffInstead } from "./ask-staff-instead";
import { visitorQuestion } from "./visitor-question";

let brand: TestBrand;
let samir: MemberActor;
beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  brand = await makeBrand();
  samir = await makePresent(brand, { name: "Samir H." });
});

const at = (seconds: number) => later(morning, seconds);
type Asked = Awaited<ReturnType<typeof askAbout>>;

describe("staff instead of owners", () => {
  const view = ({ question }: Asked) => visitorQuestion({ tx: db(), questionId: question.id, now: at(2) });
  const askStaff = ({ question, visitor }: Asked) =>
    askStaffInstead({ visitor, questionId: question.id, now: at(2) });

  it("are offered while one of them could take it at once", async () => {
    const julien = await makePresent(brand, { name: "Julien M.", role: "agent" });
    const asked = await askAbout(brand, at(0));
    expect(await view(asked)).toMatchObject({ staffFree: true, staffOnly: false });
    expect(await askStaff(asked)).toMatchObject({ staffOnly: true });
    expect(await ringing(asked.question.id)).toEqual([julien.id]);
  });

  const closed = { staff: Array.from({ length: 7 }, () => [{ from: "18:00", to: "19:00" }]) };
  it.each<[string, (julien: MemberActor, asked: Asked) => Promise<unknown>]>([
    ["have their hours off", () => db().brand.update({ where: { id: brand.id }, data: { hours: closed } })],
    ["do not speak the visitor’s language", (julien) => change(julien, { languages: ["fr"] })],
    ["have no place left", async (julien) => makeChat(brand, await makeVisitor(brand), julien)],
    ["have paused", (julien) => change(julien, { isOpen: false })],
    ["have no screen open", (julien) => db().lease.deleteMany({ where: { memberId: julien.id } })],
    [
      "were reported by this visitor",
      async (julien, { visitor }) => {
        const chat = await makeChat(brand, visitor, await makeMember(brand, { name: "Ingrid" }), {
          state: "ended",
        });
        await db().flag.create({
          data: {
            brandId: brand.id,
            chatId: chat.id,
            memberId: julien.id,
            reporterId: visitor.id,
            reason: "insult",
            flaggedAt: morning,
          },
        });
      },
    ],
  ])("are not when they %s; who asks for them all the same loses nothing", async (_, happen) => {
    const julien = await makePresent(brand, { name: "Julien M.", role: "agent" });
    const asked = await askAbout(brand, at(0));
    await happen(julien, asked);
    expect(await view(asked)).toMatchObject({ staffFree: false });
    await expect(askStaff(asked)).rejects.toMatchObject({ code: "STAFF_BUSY" });
    expect(await ringing(asked.question.id)).toEqual([samir.id]);
    expect(await view(asked)).toMatchObject({ state: "offering", staffOnly: false });
  });

  it("leave those who were asked to the others who wait", async () => {
    await makePresent(brand, { name: "Julien M.", role: "agent", languages: ["en"] });
    const asked = await askAbout(brand, at(0));
    const next = await askAbout(brand, at(1), { language: "fr" });
    expect(await ringing(next.question.id)).toEqual([]);
    await askStaff(asked);
    await runDue({ now: at(2) });
    expect(await ringing(next.question.id)).toEqual([samir.id]);
    expect(await untrueLoads()).toEqual([]);
  });

  const change = (member: MemberActor, data: { languages?: string[]; isOpen?: boolean }) =>
    db().member.update({ where: { id: member.id }, data });
});
