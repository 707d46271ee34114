import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/domain/hours/hours";
import { calibrate, keptOf, type PromiseCount } from "./calibration";

const count = (data: Partial<PromiseCount> = {}): PromiseCount => ({
  day: "2026-03-10",
  promiseSeconds: 30,
  answerer: "owner",
  kept: 1,
  broken: 0,
  undecided: 0,
  ...data,
});
const march = { first: "2026-03-05", last: "2026-03-12" };

describe("calibrate", () => {
  it("counts kept of judged, and apart what is not decided", () => {
    const { all, undecided } = calibrate(
      [count({ kept: 8, broken: 2, undecided: 3 }), count({ day: "2026-03-11" })],
      march,
    );
    expect(all).toMatchObject({ kept: 9, judged: 11 });
    expect(undecided).toBe(3);
  });

  it("gathers lengths at the next one that people read", () => {
    const { byLength } = calibrate(
      [
        count({ promiseSeconds: 17 }),
        count({ promiseSeconds: 20, broken: 1 }),
        count({ promiseSeconds: 400 }),
      ],
      march,
    );
    expect(byLength.map(({ seconds, kept, judged }) => [seconds, kept, judged])).toEqual([
      [20, 2, 3],
      [400, 1, 1],
    ]);
  });

  it("tells apart who answered, and leaves out who has nothing judged", () => {
    const { byAnswerer } = calibrate(
      [
        count(),
        count({ answerer: "nobody", kept: 0, broken: 2 }),
        count({ answerer: "staff", kept: 0, undecided: 1 }),
      ],
      march,
    );
    expect(byAnswerer.map(({ answerer, judged }) => [answerer, judged])).toEqual([
      ["owner", 1],
      ["nobody", 2],
    ]);
  });

  it("leaves no day and no week out, and begins weeks on Monday", () => {
    const { byDay, byWeek } = calibrate([count({ day: "2026-03-08" }), count({ day: "2026-03-09" })], march);
    expect(byDay).toHaveLength(8);
    expect(byDay.map(({ judged }) => judged)).toEqual([0, 0, 0, 1, 1, 0, 0, 0]);
    expect(byWeek.map(({ from, judged }) => [from, judged])).toEqual([
      ["2026-03-02", 1],
      ["2026-03-09", 1],
    ]);
  });

  it("ignores what lies before and after", () => {
    expect(calibrate([count({ day: "2026-03-04" }), count({ day: "2026-03-13" })], march).all.judged).toBe(0);
  });

  it("comes to the same sum whichever way it is cut", () => {
    const anyCount = fc.record({
      day: fc.integer({ min: 0, max: 7 }).map((days) => addDays(march.first, days)),
      promiseSeconds: fc.integer({ min: 5, max: 350 }),
      answerer: fc.constantFrom("owner" as const, "staff" as const, "nobody" as const),
      kept: fc.nat(20),
      broken: fc.nat(20),
      undecided: fc.nat(5),
    });
    fc.assert(
      fc.property(fc.array(anyCount, { maxLength: 40 }), (counts) => {
        const { all, byLength, byAnswerer, byDay, byWeek } = calibrate(counts, march);
        for (const cut of [byLength, byAnswerer, byDay, byWeek]) {
          expect(cut.reduce((sum, { kept }) => sum + kept, 0)).toBe(all.kept);
          expect(cut.reduce((sum, { judged }) => sum + judged, 0)).toBe(all.judged);
        }
      }),
    );
  });
});

describe("keptOf", () => {
  it("has no interval without anything judged", () => {
    expect(keptOf(0, 0)).toEqual({ kept: 0, judged: 0, low: null, high: null });
    expect(keptOf(3, 3)).toMatchObject({ high: 1 });
  });
});
