import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawObserved, type Observed } from "./censored";
import { type Distribution, draw, readDistribution } from "./distribution";
import { randomOf } from "./random";

const many = (distribution: Distribution, count = 20_000) => {
  const random = randomOf(5, "draws");
  return Array.from({ length: count }, () => draw(distribution, random)).sort((a, b) => a - b);
};
const quantile = (sorted: number[], part: number) => sorted[Math.floor(part * sorted.length)] ?? Number.NaN;

describe("draw", () => {
  it("has the mean of the exponential distribution, and its median", () => {
    const values = many({ kind: "exponential", mean: 300 });
    expect(values.reduce((sum, value) => sum + value, 0) / values.length / 300).toBeCloseTo(1, 1);
    expect(quantile(values, 0.5) / (300 * Math.LN2)).toBeCloseTo(1, 1);
  });

  it("has the median and the 90th percentile that a lognormal one is written by", () => {
    const values = many({ kind: "lognormal", median: 180, p90: 600 });
    expect(quantile(values, 0.5) / 180).toBeCloseTo(1, 1);
    expect(quantile(values, 0.9) / 600).toBeCloseTo(1, 1);
  });

  it("stays within a uniform one, and takes a sample's own values", () => {
    const uniform = many({ kind: "uniform", from: 2, to: 4 });
    expect(uniform[0]).toBeGreaterThanOrEqual(2);
    expect(uniform.at(-1)).toBeLessThan(4);
    expect(new Set(many({ kind: "sample", values: [1, 5] }))).toEqual(new Set([1, 5]));
  });
});

describe("readDistribution", () => {
  it.each([
    ["constant:60", { kind: "constant", value: 60 }],
    ["uniform:5,30", { kind: "uniform", from: 5, to: 30 }],
    ["exponential:300", { kind: "exponential", mean: 300 }],
    ["lognormal:180,600", { kind: "lognormal", median: 180, p90: 600 }],
  ])("reads %s", (text, expected) => {
    expect(readDistribution(text)).toEqual(expected);
  });

  it.each([
    "",
    "300",
    "normal:1",
    "exponential",
    "exponential:",
    "exponential:0",
    "exponential:-1",
    "uniform:5,1",
  ])("refuses %j", (text) => {
    expect(readDistribution(text)).toBeNull();
  });

  it("refuses a lognormal one whose 90th percentile is not above its median, and numbers too many", () => {
    expect(readDistribution("lognormal:5,5")).toBeNull();
    expect(readDistribution("constant:5,6")).toBeNull();
  });
});

describe("drawObserved", () => {
  const ended = (after: number): Observed<string> => ({ after, isOpen: false, value: "ended" });
  const open = (after: number): Observed<string> => ({ after, isOpen: true, value: "open" });

  it("estimates as Kaplan and Meier do", () => {
    // Of four, one ends at 1, one is lost sight of at 2, one ends at 3, one at 4: S(3) = 3/4 × 1/2.
    const seen = [ended(1), open(2), ended(3), ended(4)];
    const random = randomOf(9, "km");
    const draws = Array.from(
      { length: 20_000 },
      () => drawObserved(seen, random)?.after ?? Number.POSITIVE_INFINITY,
    );
    expect(draws.filter((after) => after > 3).length / draws.length).toBeCloseTo(3 / 8, 1);
    expect(draws.filter((after) => after <= 1).length / draws.length).toBeCloseTo(1 / 4, 1);
  });

  it("never draws what is not longer than what is known, and nothing when nobody was seen to end later", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ after: fc.nat(20), isOpen: fc.boolean() }), { maxLength: 8 }),
        fc.integer({ min: -1, max: 20 }),
        fc.nat(),
        (raw, longerThan, seed) => {
          const seen = raw.map((one) => ({ ...one, value: "" })).sort((a, b) => a.after - b.after);
          const found = drawObserved(seen, randomOf(seed), longerThan);
          if (found) expect(found.after > longerThan && !found.isOpen).toBe(true);
          else expect(seen.at(-1)?.isOpen !== false || (seen.at(-1)?.after ?? 0) <= longerThan).toBe(true);
        },
      ),
    );
  });
});
