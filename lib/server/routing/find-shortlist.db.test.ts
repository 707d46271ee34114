import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { brandSettings } from "@/lib/domain/brand/schema";
import { routeQueue } from "@/lib/domain/routing/route-queue";
import { isDecidedAlike, shortlist } from "@/lib/domain/routing/shortlist";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { makeCrowd } from "@/lib/server/testing/crowd";
import { resetDatabase } from "@/lib/server/testing/database";
import { makeBrand, makeQuestion, makeVisitor, morning, type TestBrand } from "@/lib/server/testing/world";
import { candidatesFor, findPeople, findTies } from "./find-people";
import { findQueue, queuedOf } from "./find-queue";
import { findShortlist } from "./find-shortlist";
import { lookAround } from "./look-around";

const member = fc.record({
  role: fc.constantFrom("expert" as const, "expert" as const, "expert" as const, "agent" as const),
  languages: fc.constantFrom<string[]>(["en"], ["en", "fr"], ["fr"]),
  capacity: fc.integer({ min: 1, max: 3 }),
  load: fc.constantFrom(0, 0, 1),
  chatsHeld: fc.constantFrom(0, 3, 9),
  idle: fc.integer({ min: 0, max: 5_000 }),
  isOpen: fc.constantFrom(true, true, true, false),
  isAway: fc.constantFrom(false, false, false, true),
  status: fc.constantFrom("active" as const, "active" as const, "trial" as const, "training" as const),
  knows: fc.subarray(["battery", "brakes"] as const),
  thanks: fc.nat(9),
  misses: fc.nat(3),
  owns: fc.constantFrom(true, false),
  lease: fc.constantFrom(60, 60, 60, -5),
});
const asked = fc.record({
  language: fc.constantFrom("en", "fr"),
  audience: fc.constantFrom("anybody" as const, "anybody" as const, "owners" as const, "staff" as const),
  topic: fc.constantFrom("battery" as const, "brakes" as const, null),
  product: fc.constantFrom(null, "E-bike"),
  isDue: fc.boolean(),
});

let brand: TestBrand;
beforeEach(async () => {
  await resetDatabase();
  brand = await makeBrand({ settings: { exploreShare: 0.4 } });
});

/** A brand of many, of whom every sort is there, and a queue of questions. */
async function makeWorld(seed: number, count: number): Promise<Set<string>> {
  const facts = fc.sample(member, { numRuns: count, seed });
  const of = (n: number) => facts[n] as (typeof facts)[number];
  const people = await makeCrowd(brand, count, (n) => {
    const { role, languages, capacity, load, chatsHeld, idle, isOpen, isAway, status } = of(n);
    const awaySince = isAway ? later(morning, -9) : null;
    const idleSince = later(morning, -idle);
    const carried = Math.min(load, capacity);
    return { role, languages, capacity, load: carried, chatsHeld, isOpen, awaySince, status, idleSince };
  });
  const ids = people.map(({ id }) => id);
  await db().memberTopic.deleteMany({ where: { memberId: { in: ids } } });
  await db().memberTopic.createMany({
    data: ids.flatMap((memberId, n) =>
      of(n).knows.map((name) => {
        const { thanks, misses } = of(n);
        return { memberId, topicId: brand.topics[name].id, thanks, misses };
      }),
    ),
  });
  await db().ownership.createMany({
    data: ids.flatMap((memberId, n) =>
      of(n).owns ? [{ memberId, product: "E-bike", since: later(morning, -86_400) }] : [],
    ),
  });
  for (const [n, memberId] of ids.entries())
    if (of(n).lease < 0)
      await db().lease.updateMany({ where: { memberId }, data: { expiresAt: later(morning, -5) } });
  const due = new Set<string>();
  const plain = { language: "en", audience: "anybody" as const, topic: "battery" as const, product: null };
  const questions = [{ ...plain, isDue: true }, ...fc.sample(asked, { numRuns: 6, seed })];
  for (const { topic, isDue, ...rest } of questions) {
    const topicId = topic && brand.topics[topic].id;
    const { id } = await makeQuestion(brand, await makeVisitor(brand), { ...rest, topicId });
    if (isDue) due.add(id);
  }
  return due;
}

async function readAll(due: ReadonlySet<string>) {
  const tx = db();
  const rows = await findQueue({ tx, brandId: brand.id, due: [...due] });
  const ties = await findTies({ tx, questionIds: rows.map(({ id }) => id) });
  const people = await findPeople({ tx, brandId: brand.id, now: morning });
  const settings = brandSettings(brand.settings);
  const queue = rows.map((row) => queuedOf(row, ties, due.has(row.id)));
  const among = (some: typeof people) =>
    routeQueue(queue, some, candidatesFor(ties), settings, morning).decisions.map(
      ({ waiting, step: { considered: _, ...step } }) => ({ id: waiting.id, step }),
    );
  return { tx, rows, ties, people, settings, queue, among };
}

describe.each([1, 2, 3, 4])("the shortlist of crowd %i", (seed) => {
  it("holds whom the rule's own shortlist holds, and walking the indexes finds no other best", async () => {
    const due = await makeWorld(seed, 320);
    const { tx, people, ties, settings, queue, among } = await readAll(due);
    const whole = among(people);
    const expected = shortlist(queue, people, candidatesFor(ties), settings, morning);
    const isOpen = { owner: true, staff: true };
    for (const how of ["all", "nearest"] as const) {
      const found = await findShortlist({
        tx,
        brandId: brand.id,
        queue,
        isOpen,
        settings,
        how,
        now: morning,
      });
      if (how === "all") {
        expect(found.cuts).toEqual(expected.cuts);
        expect([...found.ids].sort()).toEqual(expected.people.map(({ memberId }) => memberId).sort());
      }
      const short = people.filter(({ memberId }) => found.ids.has(memberId));
      const { decisions } = routeQueue(queue, short, candidatesFor(ties), settings, morning);
      if (isDecidedAlike(decisions, found.cuts, settings)) expect(among(short)).toEqual(whole);
    }
  });

  it("leads lookAround to what everybody would have led to, among fewer", async () => {
    const due = await makeWorld(seed, 640);
    const { tx, rows, people, settings, among } = await readAll(due);
    const hours = { hours: null, timeZone: "UTC" };
    const all = { tx, brandId: brand.id, settings, hours, crowd: 100, now: morning };
    const some = await lookAround({ ...all, rows, dueIds: due });
    expect(among(some.people)).toEqual(among(people));
    const [one] = rows.filter(
      ({ audience, topicId, product, language }) =>
        audience === "anybody" && topicId !== null && product === null && language === "en",
    );
    if (!one) throw new Error("no such question");
    const few = await lookAround({ ...all, rows: [one], dueIds: new Set([one.id]) });
    expect(few.unseen).toBeGreaterThan(100);
    expect(few.everybody).not.toBeNull();
  });
});
