import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/server/database";
import { announce } from "@/lib/server/room/announce";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeBrand, makeMember, morning, type TestBrand } from "@/lib/server/testing/world";
import { answerFinding } from "./answer-finding";
import { getGuard } from "./get-guard";

const now = morning;
let brand: TestBrand;
beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  brand = await makeBrand();
});

const reply = (body: string) =>
  db().cannedReply.create({
    data: { brandId: brand.id, shortcut: "pay", title: "Thanks", body, language: "en" },
  });

describe("the volunteer guard", () => {
  it("finds texts and settings of this brand alone", async () => {
    const member = await makeMember(brand, { role: "manager" });
    const stranger = await makeMember(await makeBrand(), { role: "manager" });
    await reply("You get a gift card");
    await makeMember(brand, { name: "Nadia B.", capacity: 4, capacityFixed: 4 });
    await makeMember(brand, { name: "Julien A.", role: "agent", capacity: 4, capacityFixed: 4 });
    const input = {
      clientId: "client-announce",
      body: "Choose your shift",
      until: "2026-03-12T09:00:00.000Z",
    };
    await announce({ member, input, now });
    const { findings } = await getGuard({ member, now });
    expect(findings.map(({ place, reason }) => `${place} ${reason}`)).toEqual([
      "reply cash",
      "announcement hours",
      "member fixed-capacity",
    ]);
    expect((await getGuard({ member: stranger, now })).findings).toEqual([]);
  });

  it("keeps an answer while the words are the same, of several at once one, and takes it back; all in the journal", async () => {
    const member = await makeMember(brand, { role: "manager", name: "Hélène M." });
    const { id } = await reply("You get a gift card");
    const finding = (await getGuard({ member, now })).findings[0]?.key ?? "";
    const answer = (reason: string | null) => answerFinding({ member, input: { finding, reason }, now });
    await answer("It is for visitors");
    await answer("It is for visitors");
    const answered = async () =>
      (await getGuard({ member, now })).findings.map((each) => each.answer?.reason ?? null);
    expect(await answered()).toEqual(["It is for visitors"]);
    await answer(null);
    expect(await answered()).toEqual([null]);
    await answer("It is for visitors");
    await db().cannedReply.update({ where: { id }, data: { body: "You all get a gift card" } });
    expect(await answered()).toEqual([null]);
    expect((await db().audit.findMany({ orderBy: { id: "asc" } })).map(({ action }) => action)).toEqual([
      "answered",
      "reopened",
      "answered",
    ]);
  });

  it("refuses an answer to what was not found, or is another brand's", async () => {
    const member = await makeMember(brand, { role: "manager" });
    const stranger = await makeMember(await makeBrand(), { role: "manager" });
    await reply("You get a gift card");
    const finding = (await getGuard({ member, now })).findings[0]?.key ?? "";
    await expect(
      answerFinding({ member: stranger, input: { finding, reason: "x" }, now }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await db().guardAnswer.count()).toBe(0);
  });
});
