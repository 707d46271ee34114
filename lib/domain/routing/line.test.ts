import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Ahead, lineUp } from "./line";
import { at, person } from "./testing/people";

const now = at(0);
const need = { language: "en", audience: "anybody" as const, topicId: "battery" };
function line(ahead: readonly Ahead[], people: Parameters<typeof lineUp>[0]) {
  const made = lineUp(people, now);
  for (const one of ahead) made.join(one);
  return made;
}
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

describe("the line", () => {
  it("gives every place away where nobody waits", () => {
    expect(line([], [person("nadia")]).isSpare("nadia")).toBe(true);
  });

  it("keeps the only place for the question that comes first", () => {
    expect(line([ahead()], [person("nadia")]).isSpare("nadia")).toBe(false);
    expect(line([ahead()], [person("nadia", { capacity: 2 })]).isSpare("nadia")).toBe(true);
  });

  it("keeps nothing for a question that the member passed on", () => {
    expect(line([ahead("nadia")], [person("nadia")]).isSpare("nadia")).toBe(true);
  });

  it("gives away either of two places, but not both, while one question waits", () => {
    const its = line([ahead()], [person("nadia"), person("samir")]);
    expect([its.isSpare("nadia"), its.isSpare("samir")]).toEqual([true, true]);
    its.take("nadia");
    expect(its.isSpare("samir")).toBe(false);
  });

  it("lets the later question have the one whom nobody ahead can have", () => {
    const people = [person("nadia"), person("ingrid", { topicIds: ["brakes"] })];
    const its = line([ahead()], people);
    expect([its.isSpare("nadia"), its.isSpare("ingrid")]).toEqual([false, true]);
  });

  it("counts only those ahead who wait for the same people", () => {
    const its = line([ahead(), ahead("nadia")], [person("nadia")]);
    expect(its.rivals(need)).toBe(1);
    expect(its.rivals({ ...need, language: "fr" })).toBe(0);
  });

  it("agrees with trying every pairing, also after places were taken", () => {
    const anyCase = fc.record({
      places: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 4 }),
      barred: fc.array(fc.uniqueArray(fc.nat(3)), { maxLength: 4 }),
      /** From 10 on one of his places becomes free before. */
      wishes: fc.array(fc.nat(19), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(anyCase, ({ places, barred, wishes }) => {
        const people = places.map((capacity, i) => person(`m${i}`, { capacity }));
        const takers = barred.map((not) => places.map((_, i) => i).filter((i) => !not.includes(i)));
        const its = line(
          barred.map((not) => ahead(...not.map((i) => `m${i}`))),
          people,
        );
        let left = places;
        for (const wish of wishes) {
          const who = wish % places.length;
          if (wish >= 10) {
            its.free(`m${who}`);
            left = left.map((n, i) => (i === who ? n + 1 : n));
          }
          if ((left[who] ?? 0) === 0) continue;
          const without = left.map((n, i) => (i === who ? n - 1 : n));
          const isSpare = mostServed(takers, without) === mostServed(takers, left);
          expect(its.isSpare(`m${who}`)).toBe(isSpare);
          if (!isSpare) continue;
          its.take(`m${who}`);
          left = without;
        }
      }),
      { numRuns: 500 },
    );
  });
});
