import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomOf } from "./random";
import { controlledMean } from "./regression";

const noise = (word: string, count: number) => {
  const random = randomOf(1, word);
  return Array.from({ length: count }, () => random() - 0.5);
};

describe("controlledMean", () => {
  it("is the mean with Student's interval where there are no controls", () => {
    const found = controlledMean([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(found.mean).toBeCloseTo(5.5, 12);
    // s = 3.02765, t(9) = 2.26216
    expect(found.margin).toBeCloseTo((2.26216 * 3.02765) / Math.sqrt(10), 3);
  });

  it("takes out what the controls explain", () => {
    const [a, b] = [noise("a", 60), noise("b", 60)];
    const values = a.map((value, i) => 7 + 3 * value - 2 * (b[i] ?? 0));
    const found = controlledMean(
      values,
      a.map((value, i) => [value, b[i] ?? 0]),
    );
    expect(found.mean).toBeCloseTo(7, 10);
    expect(found.margin).toBeLessThan(1e-9);
  });

  it("does not mind controls that repeat others, or say nothing", () => {
    const a = noise("a", 40);
    const values = a.map((value, i) => 2 + value + (noise("c", 40)[i] ?? 0));
    const plain = controlledMean(
      values,
      a.map((value) => [value]),
    );
    const repeated = controlledMean(
      values,
      a.map((value) => [0, value, 1e6 * value, 2 * value]),
    );
    expect(repeated.mean).toBeCloseTo(plain.mean, 8);
    expect(repeated.margin).toBeCloseTo(plain.margin, 8);
  });

  it("moves with the values", () => {
    fc.assert(
      fc.property(fc.double({ min: -100, max: 100, noNaN: true }), (shift) => {
        const values = noise("v", 30);
        const controls = noise("k", 30).map((value) => [value]);
        const before = controlledMean(values, controls);
        const after = controlledMean(
          values.map((value) => value + shift),
          controls,
        );
        expect(after.mean - before.mean).toBeCloseTo(shift, 8);
        expect(after.margin).toBeCloseTo(before.margin, 8);
      }),
    );
  });
});
