import { beforeEach, describe, expect, it } from "vitest";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { declineOffer } from "@/lib/server/offer/decline-offer";
import { withdrawQuestion } from "@/lib/server/question/withdraw-question";
import { resetDatabase } from "@/lib/server/testing/database";
import { askAbout, makePresent, ringing } from "@/lib/server/testing/flow";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeBrand, morning, type TestBrand } from "@/lib/server/testing/world";
import { drainQueue } from "./drain-queue";
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
});
