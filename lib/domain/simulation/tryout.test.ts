import { describe, expect, it } from "vitest";
import { settingNames } from "@/lib/domain/brand/setting-rules";
import { countByDay, lastDays } from "./calendar-days";
import { compared, missedByDay, type TryoutRound, triedSettings, verdictOf } from "./tryout";

const figures = { missed: 0, overloads: 0, answered: 10, kept: null, halfWaited: 4, mostWaited: 9 };
const round = (now: number, tried: number): TryoutRound => ({
  now: { ...figures, missed: now },
  tried: { ...figures, missed: tried },
  days: [
    { day: "2026-03-09", now: 0, tried: 0 },
    { day: "2026-03-10", now, tried },
  ],
});

describe("a comparison", () => {
  it("goes pair by pair, so that chances common to both do not widen it", () => {
    const found = compared([round(20, 9), round(31, 20), round(12, 1), round(40, 29)], "missed");
    expect(found).toMatchObject({ now: 25.75, tried: 14.75, difference: -11 });
    expect(found?.low).toBeCloseTo(-11);
    expect(found?.high).toBeCloseTo(-11);
  });

  it("knows its interval: Student's, for so many rounds", () => {
    const rounds = [-13, -9, -12, -10, -11, -11, -14, -8].map((difference) => round(20, 20 + difference));
    const found = compared(rounds, "missed");
    // A standard deviation of 2, over the root of 8, times 2.365 for 7 degrees of freedom.
    expect(found?.high).toBeCloseTo(-11 + 2.365 * (2 / Math.sqrt(8)), 2);
    expect(found && verdictOf(found)).toBe("fewer");
  });

  it("is none of what never was", () => {
    expect(compared([round(1, 2)], "kept")).toBeNull();
  });

  it.each([
    [[0, 0, 0], "same"],
    [[3, 3, 3], "more"],
    [[-4, 5, -1], "about"],
    [[0, 1, 0, 0, 0, 0, 0, 0], "about"],
    [[-2, -2, -3], "fewer"],
  ] as const)("of %j is put into words as %s", (differences, verdict) => {
    const found = compared(
      differences.map((difference) => round(10, 10 + difference)),
      "missed",
    );
    expect(found && verdictOf(found)).toBe(verdict);
  });

  it("has a mean for each day", () => {
    expect(missedByDay([round(4, 1), round(2, 2)])).toEqual([
      { day: "2026-03-09", now: 0, tried: 0 },
      { day: "2026-03-10", now: 3, tried: 1.5 },
    ]);
    expect(missedByDay([])).toEqual([]);
  });
});

describe("the tried settings", () => {
  it("are settings that a brand may set, each once", () => {
    for (const name of triedSettings) expect(settingNames).toContain(name);
    expect(new Set(triedSettings).size).toBe(triedSettings.length);
  });
});

describe("the last days", () => {
  it("begin at midnight where the brand is, also when clocks change", () => {
    const days = lastDays(new Date("2026-03-30T10:00:00Z"), 3, "Europe/Paris");
    expect(days).toEqual([
      { day: "2026-03-28", from: new Date("2026-03-27T23:00:00Z") },
      { day: "2026-03-29", from: new Date("2026-03-28T23:00:00Z") },
      { day: "2026-03-30", from: new Date("2026-03-29T22:00:00Z") },
    ]);
    const hour = 3600;
    // The second day is an hour short.
    expect(countByDay(days, [0, 23.9 * hour, 24 * hour, 46.9 * hour, 47 * hour, 60 * hour])).toEqual([
      2, 2, 2,
    ]);
  });

  it("may lie in two years", () => {
    expect(lastDays(new Date("2026-01-01T12:00:00Z"), 2, "UTC").map(({ day }) => day)).toEqual([
      "2025-12-31",
      "2026-01-01",
    ]);
  });
});
