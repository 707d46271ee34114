import { beforeEach, describe, expect, it, vi } from "vitest";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { acceptOffer } from "@/lib/server/offer/accept-offer";
import { confirmDelivery } from "@/lib/server/offer/confirm-delivery";
import { declineOffer } from "@/lib/server/offer/decline-offer";
import { runDue } from "@/lib/server/routing/run-due";
import { replayDecisions } from "@/lib/server/simulation/replay-decisions";
import { makeCrowd } from "@/lib/server/testing/crowd";
import { resetDatabase } from "@/lib/server/testing/database";
import { askAbout, makePresent } from "@/lib/server/testing/flow";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeBrand, makeMember, morning, type TestBrand } from "@/lib/server/testing/world";
import { getWhyMe } from "./get-why-me";
import { listReceipts } from "./list-receipts";
import { listWhyNot } from "./list-why-not";

vi.setConfig({ testTimeout: 30_000 });

const at = (seconds: number) => later(morning, seconds);
let brand: TestBrand;
let nadia: MemberActor;
let samir: MemberActor;
let julien: MemberActor;
beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  brand = await makeBrand();
  nadia = await makePresent(brand, { name: "Nadia B.", capacity: 2 });
  samir = await makePresent(brand, { name: "Samir H.", capacity: 2 });
  julien = await makeMember(brand, { name: "Julien", role: "agent", isOpen: false });
  await db().memberTopic.updateMany({ where: { memberId: nadia.id }, data: { thanks: 14 } });
});

const offerOf = (member: MemberActor, questionId: string) =>
  db().offer.findFirstOrThrow({ where: { memberId: member.id, questionId }, orderBy: { madeAt: "desc" } });
const accept = async (member: MemberActor, questionId: string, now: Date) =>
  acceptOffer({ member, offerId: (await offerOf(member, questionId)).id, now });

describe("why me", () => {
  it("tells what decided, from the offer itself, to whoever was asked and to nobody else", async () => {
    const { question } = await askAbout(brand, at(0));
    expect(await getWhyMe({ member: nadia, questionId: question.id })).toMatchObject({
      thanks: 14,
      openCall: false,
      because: ["skill"],
    });
    const stranger = await makeMember(await makeBrand(), { role: "admin" });
    for (const member of [samir, julien, stranger])
      await expect(getWhyMe({ member, questionId: question.id })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
  });

  it("tells of the open call that everybody is asked", async () => {
    const paul = await makePresent(brand, { name: "Paul", role: "agent" });
    const { question } = await askAbout(brand, at(0));
    for (const second of [2, 6, 8, 12]) await runDue({ now: at(second) });
    expect(await getWhyMe({ member: paul, questionId: question.id })).toMatchObject({
      openCall: true,
      because: ["open-call"],
    });
  });
});

describe("why not me", () => {
  it("counts what passed somebody by, by its reason, without anybody's name or doing", async () => {
    for (const start of [0, 100]) {
      const { question } = await askAbout(brand, at(start));
      const { chat } = await accept(nadia, question.id, at(start + 3));
      await db().segment.updateMany({
        where: { chatId: chat.id },
        data: { state: "ended", endedAt: at(start + 9) },
      });
      await db().member.update({ where: { id: nadia.id }, data: { load: 0 } });
    }
    await db().member.update({ where: { id: samir.id }, data: { languages: ["en"] } });
    const french = await askAbout(brand, at(200), { language: "fr" });
    await accept(nadia, french.question.id, at(203));
    const list = await listWhyNot({ member: samir, now: at(300) });
    expect(list).toEqual({
      days: 7,
      rows: [
        { code: "ahead-skill", count: 2, language: null, topic: { en: "Battery", fr: "Batterie" } },
        { code: "language", count: 1, language: "fr", topic: null },
      ],
    });
    expect(JSON.stringify(list)).not.toContain("Nadia");
    expect((await listWhyNot({ member: nadia, now: at(300) })).rows).toEqual([]);
    expect((await listWhyNot({ member: samir, now: later(morning, 8 * 86_400) })).rows).toEqual([]);
  });

  it("is known of a crowd, too, although its receipts do not name everybody", async () => {
    const people = await makeCrowd(brand, 90);
    const { question } = await askAbout(brand, at(0));
    await accept(nadia, question.id, at(3));
    const [receipt] = await listReceipts({ member: julien, questionId: question.id });
    const listed = new Set(receipt?.people.map(({ memberId }) => memberId));
    expect(listed.size).toBeLessThan(40);
    const [unlisted] = people.filter(({ id }) => !listed.has(id));
    if (!unlisted) throw new Error("everybody is listed");
    const ahead = { code: "ahead", count: 1, language: null, topic: null };
    const opened = { brandId: brand.id, memberId: unlisted.id, at: at(-60) };
    expect((await listWhyNot({ member: unlisted, now: at(300) })).rows).toEqual([]);
    await db().presenceEvent.createMany({
      data: ["opened", "there"].map((kind) => ({ ...opened, kind })),
    });
    expect((await listWhyNot({ member: unlisted, now: at(300) })).rows).toEqual([ahead]);
    await db().presenceEvent.create({ data: { ...opened, kind: "gone", at: at(-30) } });
    expect((await listWhyNot({ member: unlisted, now: at(300) })).rows).toEqual([{ ...ahead, code: "gone" }]);
  });

  it("tells nothing of a question that was offered to him, whoever passed or took it", async () => {
    const { question } = await askAbout(brand, at(0));
    await declineOffer({ member: nadia, offerId: (await offerOf(nadia, question.id)).id, now: at(2) });
    await accept(samir, question.id, at(4));
    expect((await listWhyNot({ member: samir, now: at(300) })).rows).toEqual([]);
    expect((await listWhyNot({ member: nadia, now: at(300) })).rows).toEqual([]);
  });

  it("knows nothing of other brands", async () => {
    await askAbout(brand, at(0));
    const stranger = await makeMember(await makeBrand(), { role: "expert" });
    expect((await listWhyNot({ member: stranger, now: at(300) })).rows).toEqual([]);
  });
});

describe("the table of a question's decisions", () => {
  it("counts of a crowd those whom it does not name, and is short", async () => {
    await makeCrowd(brand, 600);
    const { question } = await askAbout(brand, at(0));
    const [receipt] = await listReceipts({ member: julien, questionId: question.id });
    const counted = receipt?.others.reduce((sum, { count }) => sum + count, 0) ?? 0;
    expect((receipt?.people.length ?? 0) + counted + (receipt?.unseen ?? 0)).toBe(602);
    expect(receipt?.people.find(({ isAsked }) => isAsked)).toMatchObject({ memberId: nadia.id });
    const { data } = await db().routingEvent.findFirstOrThrow({
      where: { questionId: question.id, kind: "wave" },
    });
    expect(JSON.stringify(data).length).toBeLessThan(20_000);
    const days = { from: later(morning, -60), to: later(morning, 60) };
    expect(await replayDecisions({ brandId: brand.id, ...days })).toMatchObject({
      decisions: 1,
      identical: 1,
    });
  });

  it("holds everybody who was looked at, with verdict, score, terms and what became of it", async () => {
    await db().member.update({ where: { id: samir.id }, data: { languages: ["fr"] } });
    const { question } = await askAbout(brand, at(0));
    await confirmDelivery({ member: nadia, offerId: (await offerOf(nadia, question.id)).id, now: at(1) });
    await accept(nadia, question.id, at(4));
    const [first, ...more] = await listReceipts({ member: julien, questionId: question.id });
    expect(more).toEqual([]);
    expect(first).toMatchObject({ kind: "wave", wave: 1, round: 1, seconds: 0 });
    const of = (member: MemberActor) => first?.people.find(({ memberId }) => memberId === member.id);
    expect(of(nadia)).toMatchObject({
      name: "Nadia B.",
      verdict: "eligible",
      isAsked: true,
      reserves: true,
      deliveredSeconds: 1,
      outcome: "accepted",
      outcomeSeconds: 4,
      score: expect.any(Number),
      terms: { skill: expect.any(Number), ownership: 0, narrowness: 1, idle: expect.any(Number) },
    });
    expect(of(samir)).toMatchObject({
      verdict: "language",
      isAsked: false,
      score: null,
      terms: null,
      outcome: null,
    });
  });

  it("tells apart who passed, who was silent and whose screen was not there", async () => {
    const { question } = await askAbout(brand, at(0));
    await declineOffer({ member: nadia, offerId: (await offerOf(nadia, question.id)).id, now: at(1) });
    // Samir is asked at once, and his screen never confirms it.
    await runDue({ now: at(5) });
    const outcomes = (await listReceipts({ member: julien, questionId: question.id })).flatMap(({ people }) =>
      people.filter(({ isAsked }) => isAsked).map(({ name, outcome }) => [name, outcome]),
    );
    expect(outcomes).toContainEqual(["Nadia B.", "passed"]);
    expect(outcomes).toContainEqual(["Samir H.", "absent"]);
  });

  it("is another brand's to nobody", async () => {
    const { question } = await askAbout(brand, at(0));
    const stranger = await makeMember(await makeBrand(), { role: "admin" });
    await expect(listReceipts({ member: stranger, questionId: question.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
