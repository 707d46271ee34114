import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isThanks, thanksCount } from "@/lib/domain/rating/thanks";

const at = new Date("2026-03-31T09:00:00.000Z");
const daysBefore = (days: number) => new Date(at.getTime() - days * 24 * 3600 * 1000);

describe("isThanks", () => {
  it.each([
    [5, "yes", true],
    [4, "partly", true],
    [5, "no", false],
    [5, null, false],
    [3, "yes", false],
    [1, "yes", false],
  ] as const)("%i stars, solved %s: %s", (stars, solved, expected) => {
    expect(isThanks({ stars, solved })).toBe(expected);
  });
});

describe("thanksCount", () => {
  it.each([
    [null, 0, true],
    [daysBefore(30), 0, true],
    [daysBefore(29.9), 0, false],
    [null, 9, true],
    [null, 10, false],
  ])("last from this visitor %s, %i today: %s", (lastFromVisitor, countedToday, expected) => {
    expect(thanksCount({ at, lastFromVisitor, countedToday })).toBe(expected);
  });

  it("never counts two of one visitor within 30 days, however often he thanks", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 40, noNaN: true }), { maxLength: 60 }), (gaps) => {
        let day = 0;
        let last: Date | null = null;
        const counted: number[] = [];
        for (const gap of gaps) {
          day += gap;
          const when = new Date(Math.round(day * 24 * 3600 * 1000));
          if (!thanksCount({ at: when, lastFromVisitor: last, countedToday: 0 })) continue;
          last = when;
          counted.push(when.getTime());
        }
        const gapsCounted = counted.slice(1).map((time, index) => time - counted[index]!);
        expect(Math.min(...gapsCounted, Number.POSITIVE_INFINITY)).toBeGreaterThanOrEqual(
          30 * 24 * 3600 * 1000,
        );
      }),
    );
  });
});
