import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wilsonInterval } from "./wilson";

describe("wilsonInterval", () => {
  it("agrees with published values", () => {
    // Newcombe, "Two-sided confidence intervals for the single proportion", Statist. Med. 17 (1998), table I, method 3.
    const printed = [
      { hits: 81, all: 263, low: 0.2553, high: 0.3662 },
      { hits: 15, all: 148, low: 0.0624, high: 0.1605 },
      { hits: 0, all: 20, low: 0, high: 0.1611 },
      { hits: 1, all: 29, low: 0.0061, high: 0.1718 },
    ];
    for (const { hits, all, low, high } of printed) {
      const found = wilsonInterval(hits, all);
      expect(found?.low).toBeCloseTo(low, 4);
      expect(found?.high).toBeCloseTo(high, 4);
    }
  });

  it("is nothing without counts", () => {
    expect(wilsonInterval(0, 0)).toBeNull();
  });

  it("holds the share itself, lies within 0 and 1, and mirrors for misses", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (all, part) => {
          const hits = Math.round(part * all);
          const { low, high } = wilsonInterval(hits, all) ?? { low: 2, high: -1 };
          const mirror = wilsonInterval(all - hits, all) ?? { low: 2, high: -1 };
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(hits / all);
          expect(high).toBeGreaterThanOrEqual(hits / all);
          expect(mirror.low).toBeCloseTo(1 - high, 9);
        },
      ),
    );
  });

  it("narrows with more counts of the same share", () => {
    const width = (n: number) => {
      const { low, high } = wilsonInterval(9 * n, 10 * n) ?? { low: 0, high: 0 };
      return high - low;
    };
    expect(width(10)).toBeLessThan(width(1));
    expect(width(100)).toBeLessThan(width(10));
  });
});
