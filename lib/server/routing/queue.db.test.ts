import { beforeEach, describe, expect, it } from "vitest";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { acceptOffer } from "@/lib/server/offer/accept-offer";
import { declineOffer } from "@/lib/server/offer/decline-offer";
import { withdrawQuestion } from "@/lib/server/question/withdraw-question";
import { resetDatabase } from "@/lib/server/testing/database";
import { askAbout, makePresent, ringing } from "@/lib/server/testing/flow";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeBrand, makeChat, makeVisitor, morning, type TestBrand } from "@/lib/server/testing/world";
import { type Tx, transaction } from "@/lib/server/transaction";
import { drainQueue } from "./drain-queue";
import { findStuck } from "./find-stuck";
import { runDue } from "./run-due";

let heard: ReturnType<typeof hearEvents>;
let brand: TestBrand;

beforeEach(async () => {
  await resetDatabase();
  heard = hearEvents();
  brand = await makeBrand();
});

const at = (seconds: number) => later(morning, seconds);
const offerOf = (questionId: string) =>
  db().offer.findFirstOrThrow({ where: { questionId, state: { in: ["made", "delivered"] } } });
/** How many wait for a lock of somebody else. */
const locks = async () =>
  (
    await db().$queryRaw<object[]>`
    SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
  ).length;
const stored = (id: string) => db().question.findUniqueOrThrow({ where: { id } });

describe("the queue", () => {
  it("gives a freed place to who came first, also before a question asked in that very moment", async () => {
    const samir = await makePresent(brand, { name: "Samir H.", load: 1 });
    const first = await askAbout(brand, at(10));
    const second = await askAbout(brand, at(20));
    expect([first.question.position, second.question.position]).toEqual([1, 2]);

    // The place is free, and the clock has not looked yet.
    await db().member.update({ where: { id: samir.id }, data: { load: 0 } });
    const third = await askAbout(brand, at(30));
    expect(third.question.position).toBe(3);
    expect(await ringing(third.question.id)).toEqual([]);

    await drainQueue({ brandId: brand.id, now: at(31) });
    await runDue({ now: at(31) });
    expect(await ringing(first.question.id)).toEqual([samir.id]);
    expect(await ringing(second.question.id)).toEqual([]);
    expect(await ringing(third.question.id)).toEqual([]);
  });

  it("goes on to the next in line when the first one is passed on, or taken back", async () => {
    const samir = await makePresent(brand, { name: "Samir H.", load: 1 });
    await makePresent(brand, { name: "Nadia B.", load: 1 });
    const [first, second, third] = [
      await askAbout(brand, at(0)),
      await askAbout(brand, at(1)),
      await askAbout(brand, at(2)),
    ];
    await db().member.update({ where: { id: samir.id }, data: { load: 0 } });
    await db().question.updateMany({ data: { wakeAt: at(40) } });
    await runDue({ now: at(40) });
    expect(await ringing(first.question.id)).toEqual([samir.id]);

    await declineOffer({ member: samir, offerId: (await offerOf(first.question.id)).id, now: at(41) });
    await runDue({ now: at(41) });
    expect(await ringing(second.question.id)).toEqual([samir.id]);

    await withdrawQuestion({ visitor: second.visitor, questionId: second.question.id, now: at(42) });
    await runDue({ now: at(42) });
    expect(await ringing(third.question.id)).toEqual([samir.id]);
    expect((await stored(first.question.id)).position).toBe(1);
  });

  it("lets the next in line have somebody who was silent, without a word from anybody", async () => {
    const samir = await makePresent(brand, { name: "Samir H.", load: 1 });
    await makePresent(brand, { name: "Nadia B.", load: 1 });
    const first = await askAbout(brand, at(0));
    const second = await askAbout(brand, at(1));
    await db().member.update({ where: { id: samir.id }, data: { load: 0 } });
    await db().question.updateMany({ data: { wakeAt: at(40) } });
    await runDue({ now: at(40) });
    await db().offer.updateMany({ where: { questionId: first.question.id }, data: { state: "delivered" } });
    // The offer lives 20 s; the look that finds it over wakes the one behind, which the next look serves.
    await runDue({ now: at(60) });
    await runDue({ now: at(60) });
    expect(await ringing(second.question.id)).toEqual([samir.id]);
  });

  it("puts a question that rings in vain to whoever has a place again, since two more were wanted", async () => {
    const samir = await makePresent(brand, { name: "Samir H." });
    const nadia = await makePresent(brand, { name: "Nadia B.", load: 1 });
    const { question } = await askAbout(brand, at(0));
    expect(await ringing(question.id)).toEqual([samir.id]);
    await db().offer.updateMany({ data: { state: "delivered" } });
    // 40 % of the target: it widens, and finds nobody.
    await runDue({ now: at(6) });
    expect(await stored(question.id)).toMatchObject({ state: "offering", wave: 2 });
    expect(await ringing(question.id)).toEqual([samir.id]);

    await db().member.update({ where: { id: nadia.id }, data: { load: 0 } });
    expect(await findStuck({ brandId: brand.id, now: at(7) })).toHaveLength(1);
    await drainQueue({ brandId: brand.id, now: at(7) });
    await runDue({ now: at(7) });
    expect(await ringing(question.id)).toEqual([samir.id, nadia.id].sort());
    expect(await findStuck({ brandId: brand.id, now: at(7) })).toEqual([]);
  });

  it.each([
    ["somebody takes a question of the open call: what was kept for it is free", { reserves: false }, {}],
    [
      "somebody who was away takes one, and has places left",
      { reserves: true },
      { awaySince: at(0), load: 1 },
    ],
  ])("is looked at when %s", async (_, offer, state) => {
    const nadia = await makePresent(brand, { name: "Nadia B.", capacity: 2, chatsHeld: 1, load: 2 });
    const taken = await askAbout(brand, at(10));
    const waiting = await askAbout(brand, at(11));
    const { id } = await db().offer.create({
      data: {
        brandId: brand.id,
        questionId: taken.question.id,
        memberId: nadia.id,
        round: 1,
        wave: 3,
        state: "delivered",
        madeAt: at(11),
        expiresAt: at(31),
        ...offer,
      },
    });
    await db().member.update({ where: { id: nadia.id }, data: { load: 0, ...state } });
    await acceptOffer({ member: nadia, offerId: id, now: at(12) });
    expect(await stored(waiting.question.id)).toMatchObject({ wakeAt: at(12) });
  });

  it("misses no place that became free while a router was deciding without it", async () => {
    const samir = await makePresent(brand, { name: "Samir H.", load: 1 });
    const { question } = await askAbout(brand, at(10));
    await db().question.update({ where: { id: question.id }, data: { state: "asked", wakeAt: at(10) } });
    const { drained } = await transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM brands WHERE id = ${brand.id} FOR NO KEY UPDATE`;
      await db().member.update({ where: { id: samir.id }, data: { load: 0 } });
      const drained = drainQueue({ brandId: brand.id, now: at(11) });
      await Promise.race([drained, expect.poll(locks).toBe(1)]);
      await tx.question.update({ where: { id: question.id }, data: { state: "calling", wakeAt: at(25) } });
      return { drained };
    });
    await drained;
    expect(await stored(question.id)).toMatchObject({ wakeAt: at(11) });
  });

  it("is woken in its order, so that nobody who holds a question of it waits for one behind", async () => {
    await makePresent(brand, { name: "Samir H.", load: 1 });
    const line: string[] = [];
    for (let i = 0; i < 9; i++) line.push((await askAbout(brand, at(10 + i / 10))).question.id);
    const lock = (tx: Tx, ids: string[]) =>
      tx.$queryRaw`SELECT id FROM questions WHERE id = ANY(${ids}) ORDER BY asked_at FOR NO KEY UPDATE`;
    const { drained } = await transaction(async (tx) => {
      await lock(tx, line.slice(0, 1));
      const drained = drainQueue({ brandId: brand.id, now: at(12) });
      await expect.poll(locks).toBe(1);
      await lock(tx, line.slice(1));
      return { drained };
    });
    await drained;
    for (const id of line) expect(await stored(id)).toMatchObject({ wakeAt: at(12) });
  });

  it("tells each visitor his place, and again when it changes", async () => {
    await makePresent(brand, { name: "Samir H.", load: 1 });
    const first = await askAbout(brand, at(0));
    const second = await askAbout(brand, at(1));
    expect(second.question).toMatchObject({ state: "calling", position: 2, expectedWaitSeconds: null });
    await withdrawQuestion({ visitor: first.visitor, questionId: first.question.id, now: at(5) });
    await runDue({ now: at(5) });
    const told = heard.events.filter(
      ({ name, channel }) => name === "question.changed" && channel.endsWith(second.visitor.id),
    );
    expect(told.at(-1)?.data).toMatchObject({ id: second.question.id, position: 1 });
  });

  it("says how long it may take, by the places of those who will take it", async () => {
    const long = { startedAt: at(-7_200), endedAt: at(-7_200 + 300) };
    const samir = await makePresent(brand, { name: "Samir H.", capacity: 2 });
    // Ten ended chats of five minutes each are enough to say something.
    for (let i = 0; i < 10; i++) {
      const { segment } = await makeChat(brand, await makeVisitor(brand), samir, { state: "ended" });
      await db().segment.update({ where: { id: segment.id }, data: { state: "ended", ...long } });
      await db().member.update({ where: { id: samir.id }, data: { load: 0 } });
    }
    for (let i = 0; i < 2; i++) await makeChat(brand, await makeVisitor(brand), samir);
    const first = await askAbout(brand, at(0));
    expect(first.question).toMatchObject({ position: 1, expectedWaitSeconds: 150 });
    const second = await askAbout(brand, at(1));
    expect(second.question).toMatchObject({ position: 2, expectedWaitSeconds: 300 });

    // Who has passed it, and who cannot take it in its visitor's language, shortens no wait; a beginner has one place.
    const nadia = await makePresent(brand, { name: "Nadia B.", capacity: 3 });
    const busy = { load: 3, chatsHeld: 1 };
    await runDue({ now: at(1) });
    await drainQueue({ brandId: brand.id, now: at(2) });
    await runDue({ now: at(2) });
    await declineOffer({ member: nadia, offerId: (await offerOf(first.question.id)).id, now: at(3) });
    await db().member.update({ where: { id: nadia.id }, data: busy });
    await makePresent(brand, { name: "Ingrid", capacity: 3, languages: ["fr"], load: 1 });
    await makePresent(brand, { name: "Tom", capacity: 3, chatsHeld: 0, load: 1 });
    await db().question.updateMany({ data: { wakeAt: at(4) } });
    await runDue({ now: at(4) });
    expect(await stored(first.question.id)).toMatchObject({ position: 1, expectedSeconds: 120 });
  });

  it("lets staff know in the open call of what was handed to owners, however many wait before it", async () => {
    await makePresent(brand, { name: "Samir H.", load: 1 });
    const julien = await makePresent(brand, { name: "Julien M.", role: "agent", languages: ["en"], load: 1 });
    for (let i = 0; i < 12; i++) await askAbout(brand, at(i), { language: "fr" });
    const handed = await askAbout(brand, at(20));
    await db().question.update({
      where: { id: handed.question.id },
      data: { audience: "owners", wave: 3, state: "calling" },
    });
    await db().question.updateMany({ data: { wakeAt: at(4_000) } });
    await db().member.update({ where: { id: julien.id }, data: { load: 0 } });
    await drainQueue({ brandId: brand.id, now: at(30) });
    expect(await stored(handed.question.id)).toMatchObject({ wakeAt: at(30) });
  });
});
