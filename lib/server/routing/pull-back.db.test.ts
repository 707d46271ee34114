import { beforeEach, expect, it } from "vitest";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { resetDatabase } from "@/lib/server/testing/database";
import { askAbout, makePresent, ringing, untrueLoads } from "@/lib/server/testing/flow";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeBrand, morning, type TestBrand } from "@/lib/server/testing/world";
import { pullBack } from "./pull-back";
import { runDue } from "./run-due";

let brand: TestBrand;
beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  brand = await makeBrand();
});

const at = (seconds: number) => later(morning, seconds);
const stored = (id: string) => db().question.findUniqueOrThrow({ where: { id } });

it("lets an offer ring no longer than its seconds when the clock that stamped it is set back", async () => {
  const samir = await makePresent(brand, { name: "Samir H." });
  const { question } = await askAbout(brand, at(300));
  expect(await ringing(question.id)).toEqual([samir.id]);
  await db().offer.updateMany({ data: { state: "delivered", deliveredAt: at(301) } });
  await pullBack({ now: at(0) });
  expect(await stored(question.id)).toMatchObject({ askedAt: at(0), roundAt: at(0), wakeAt: at(0) });
  const nadia = await makePresent(brand, { name: "Nadia B." });
  await runDue({ now: at(0) });
  await runDue({ now: at(20) });
  expect(await db().offer.count({ where: { memberId: samir.id, state: "expired" } })).toBe(1);
  expect(await ringing(question.id)).toContain(nadia.id);
  expect(await untrueLoads()).toEqual([]);
});

it("looks at once at what was asked in time and looked at by a clock that was ahead", async () => {
  await makePresent(brand, { name: "Samir H.", load: 1 });
  const { question } = await askAbout(brand, at(0));
  await db().question.update({ where: { id: question.id }, data: { wakeAt: at(315) } });
  await pullBack({ now: at(5) });
  expect(await stored(question.id)).toMatchObject({ askedAt: at(0), wakeAt: at(5) });
});

it("leaves alone what every question, offer and hand-over may have ahead of it", async () => {
  await makePresent(brand, { name: "Samir H." });
  const [ringsNow, waits] = [await askAbout(brand, at(0)), await askAbout(brand, at(1))];
  const before = [await stored(ringsNow.question.id), await stored(waits.question.id)];
  const offers = await db().offer.findMany();
  await pullBack({ now: at(0) });
  expect([await stored(ringsNow.question.id), await stored(waits.question.id)]).toEqual(before);
  expect(await db().offer.findMany()).toEqual(offers);
});
