import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundedAsked, boundedConsidered } from "./bounded";
import { Receipt, verdicts } from "./schema";

const looked = fc
  .record({ verdict: fc.constantFrom(...verdicts), score: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ verdict, score }) => ({
    verdict,
    ...(verdict === "eligible"
      ? { score, terms: { skill: score, ownership: 1, narrowness: 1 / 3, idle: score / 7 } }
      : {}),
  }));
const crowd = fc
  .array(looked, { maxLength: 400 })
  .map((all) => all.map((one, i) => ({ ...one, memberId: `m${i}` })));

describe("what a receipt tells of those who were looked at", () => {
  it("is few, counts the others, and holds the best and whom it must", () => {
    fc.assert(
      fc.property(crowd, fc.subarray(["m0", "m7", "m90", "m333"]), (all, always) => {
        const { considered, others } = boundedConsidered(all, new Set(always));
        const apart = all.filter(({ verdict }) => verdict === "blocked" || verdict === "handed-over");
        expect(considered.length).toBeLessThanOrEqual(60 + 24 + always.length + apart.length);
        const counted = Object.values(others).reduce((sum, count) => sum + count, 0);
        expect(considered.length + counted).toBe(all.length);
        const told = new Set(considered.map(({ memberId }) => memberId));
        for (const one of [...apart, ...all.filter(({ memberId }) => always.includes(memberId))])
          expect(told).toContain(one.memberId);
        const scores = all.flatMap((one) => (one.verdict === "eligible" ? [one.score ?? 0] : []));
        const [best = 0] = scores.sort((a, b) => b - a);
        if (scores.length > 0)
          expect(Math.max(...considered.map(({ score }) => score ?? 0))).toBeCloseTo(best, 3);
        expect(Receipt.parse({ considered, others })).toMatchObject({ considered, others });
      }),
    );
  });

  it("stays under 12 KB for 500 people who could be asked", () => {
    const all = fc.sample(looked, { numRuns: 500, seed: 1 }).map((one, i) => ({
      memberId: i.toString(16).padStart(32, "0"),
      verdict: "eligible" as const,
      score: (one.score ?? 0.123456789) / 3,
      terms: { skill: 1 / 3, ownership: 0, narrowness: 1 / 7, idle: i / 501 },
    }));
    expect(JSON.stringify(boundedConsidered(all, new Set())).length).toBeLessThan(12_000);
  });

  it("names everybody whom an open call reached", () => {
    const terms = { skill: 0.5, ownership: 0, narrowness: 0.5, idle: 0.1 };
    const asked = Array.from({ length: 300 }, (_, i) => ({
      memberId: `m${i}`,
      score: i / 300,
      terms,
      reserves: false,
    }));
    const told = boundedAsked(asked);
    expect(told.map(({ memberId }) => memberId)).toEqual(asked.map(({ memberId }) => memberId));
    expect(told.filter((one) => one.terms).map(({ memberId }) => memberId)).toEqual(
      asked.slice(-24).map(({ memberId }) => memberId),
    );
  });
});
