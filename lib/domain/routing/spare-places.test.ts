import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Ahead, sparePlaces } from "./spare-places";
import { at, person } from "./testing/people";

const now = at(0);
const need = { language: "en", audience: "anybody" as const, topicId: "battery" };
const ahead = (...notFrom: string[]): Ahead => ({ ...need, notFrom: new Set(notFrom) });

/** The most questions that can have a place, found by trying everything. */
function mostServed(questions: readonly (readonly number[])[], places: readonly number[]): number {
  const [first, ...rest] = questions;
  if (!first) return 0;
  const with_ = first
    .filter((who) => (places[who] ?? 0) > 0)
    .map(
      (who) =>
        1 +
        mostServed(
          rest,
          places.map((n, i) => (i === who ? n - 1 : n)),
        ),
    );
  return Math.max(mostServed(rest, places), ...with_);
}

describe("sparePlaces", () => {
  it("gives every place away where nobody waits", () => {
    expect(sparePlaces([], [person("nadia")], now).isSpare("nadia")).toBe(true);
  });

  it("keeps the only place for the question that comes first", () => {
    expect(sparePlaces([ahead()], [person("nadia")], now).isSpare("nadia")).toBe(false);
    expect(sparePlaces([ahead()], [person("nadia", { capacity: 2 })], now).isSpare("nadia")).toBe(true);
  });

  it("keeps nothing for a question that the member passed on", () => {
    expect(sparePlaces([ahead("nadia")], [person("nadia")], now).isSpare("nadia")).toBe(true);
  });

  it("gives away either of two places, but not both, while one question waits", () => {
    const spare = sparePlaces([ahead()], [person("nadia"), person("samir")], now);
    expect([spare.isSpare("nadia"), spare.isSpare("samir")]).toEqual([true, true]);
    spare.take("nadia");
    expect(spare.isSpare("samir")).toBe(false);
  });

  it("lets the later question have the one whom nobody ahead can have", () => {
    const people = [person("nadia"), person("ingrid", { topicIds: ["brakes"] })];
    const spare = sparePlaces([ahead()], people, now);
    expect([spare.isSpare("nadia"), spare.isSpare("ingrid")]).toEqual([false, true]);
  });

  it("agrees with trying every pairing, also after places were taken", () => {
    const anyCase = fc.record({
      places: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 4 }),
      barred: fc.array(fc.uniqueArray(fc.nat(3)), { maxLength: 4 }),
      wishes: fc.array(fc.nat(3), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(anyCase, ({ places, barred, wishes }) => {
        const people = places.map((capacity, i) => person(`m${i}`, { capacity }));
        const takers = barred.map((not) => places.map((_, i) => i).filter((i) => !not.includes(i)));
        const spare = sparePlaces(
          barred.map((not) => ahead(...not.map((i) => `m${i}`))),
          people,
          now,
        );
        let left = places;
        for (const who of wishes.filter((i) => i < places.length)) {
          if ((left[who] ?? 0) === 0) continue;
          const without = left.map((n, i) => (i === who ? n - 1 : n));
          const isSpare = mostServed(takers, without) === mostServed(takers, left);
          expect(spare.isSpare(`m${who}`)).toBe(isSpare);
          if (!isSpare) continue;
          spare.take(`m${who}`);
          left = without;
        }
      }),
      { numRuns: 500 },
    );
  });
});
