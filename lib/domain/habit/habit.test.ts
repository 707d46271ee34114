import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wallTime } from "@/lib/domain/calendar/zone";
import type { Week } from "@/lib/domain/hours/hours";
import { isOpenAt } from "@/lib/domain/hours/open";
import { energyBudget, energyUsed } from "./energy";
import { nextFollow } from "./follow";
import { dayIn, habitAt, nextHabit, quietUntil, tomorrow } from "./habit";
import { SaveHabits, storedHabits, storedQuiet, TakeVacation } from "./schema";
import { vacationSpan, vacationState } from "./vacation";

const zones = ["Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Pacific/Auckland", "UTC"] as const;
const none: Week = [[], [], [], [], [], [], []];
/** An evening on Sundays, which is when clocks change. */
const sundays: Week = [[], [], [], [], [], [], [{ from: "02:30", to: "03:30" }]];
const evenings: Week = none.map(() => [{ from: "19:00", to: "21:00" }]);

const time = fc
  .record({ hour: fc.integer({ min: 0, max: 23 }), quarter: fc.integer({ min: 0, max: 3 }) })
  .map(({ hour, quarter }) => `${String(hour).padStart(2, "0")}:${String(quarter * 15).padStart(2, "0")}`);
const range = fc.record({ from: time, to: time }).filter(({ from, to }) => from !== to);
const week = fc.array(fc.array(range, { maxLength: 1 }), { minLength: 7, maxLength: 7 });
const instant = fc.date({
  min: new Date("2026-01-01T00:00:00Z"),
  max: new Date("2027-12-31T00:00:00Z"),
  noInvalidDate: true,
});
const zone = fc.constantFrom(...zones);
const at = (text: string) => new Date(text);

describe("a usual hour", () => {
  it("is by the clock of the member, in summer and in winter", () => {
    for (const [zone, winter, summer] of [
      ["Europe/Paris", "2026-03-10T18:00:00Z", "2026-07-10T17:00:00Z"],
      ["America/New_York", "2026-03-01T00:00:00Z", "2026-07-10T23:00:00Z"],
    ] as const)
      for (const begins of [winter, summer]) {
        const before = new Date(at(begins).getTime() - 1);
        expect(nextHabit(evenings, before, zone)).toEqual(at(begins));
        expect(habitAt(evenings, before, zone)).toBeNull();
        expect(habitAt(evenings, at(begins), zone)).toEqual({
          until: new Date(at(begins).getTime() + 7_200_000),
        });
      }
  });

  it("begins where the clocks land when they go over its beginning, and comes once when they show it twice", () => {
    // Paris: 02:00 becomes 03:00 on 29 March, 03:00 becomes 02:00 on 25 October.
    expect(nextHabit(sundays, at("2026-03-28T12:00:00Z"), "Europe/Paris")).toEqual(
      at("2026-03-29T01:00:00Z"),
    );
    const autumn = nextHabit(sundays, at("2026-10-24T12:00:00Z"), "Europe/Paris");
    expect(autumn).toEqual(at("2026-10-25T00:30:00Z"));
    expect(nextHabit(sundays, autumn ?? at(""), "Europe/Paris")).toEqual(at("2026-11-01T01:30:00Z"));
  });

  it("never comes to whoever has none, nor to whoever helps around the clock", () => {
    expect(nextHabit(none, at("2026-03-10T09:00:00Z"), "Europe/Paris")).toBeNull();
    const always: Week = none.map(() => [{ from: "00:00", to: "00:00" }]);
    expect(nextHabit(always, at("2026-03-10T09:00:00Z"), "Europe/Paris")).toBeNull();
    expect(habitAt(always, at("2026-03-10T09:00:00Z"), "Europe/Paris")).toBeNull();
  });

  it("begins next strictly later, where it was not before, and nothing begins in between", () => {
    fc.assert(
      fc.property(
        week,
        instant,
        zone,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (habits, now, where, share) => {
          const next = nextHabit(habits, now, where);
          if (next === null) return;
          const open = (moment: number) => isOpenAt({ owner: habits }, "owner", new Date(moment), where);
          expect(next.getTime()).toBeGreaterThan(now.getTime());
          expect(open(next.getTime())).toBe(true);
          expect(open(next.getTime() - 1)).toBe(false);
          // Whatever is open on the way was open from now on.
          const between = now.getTime() + share * (next.getTime() - now.getTime() - 1);
          if (open(between)) expect(open(now.getTime())).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe("quiet hours", () => {
  it("hold through the night, and are over at their end", () => {
    const night = { from: "22:00", to: "07:00" };
    const quiet = (text: string) => quietUntil(night, at(text), "Europe/Paris")?.toISOString() ?? null;
    expect(quiet("2026-03-10T20:59:59Z")).toBeNull();
    expect(quiet("2026-03-10T21:00:00Z")).toBe("2026-03-11T06:00:00.000Z");
    expect(quiet("2026-03-11T05:59:59Z")).toBe("2026-03-11T06:00:00.000Z");
    expect(quiet("2026-03-11T06:00:00Z")).toBeNull();
    // The night in which the clocks go forward is an hour shorter.
    expect(quiet("2026-03-28T21:00:00Z")).toBe("2026-03-29T05:00:00.000Z");
    expect(quietUntil(null, at("2026-03-10T21:00:00Z"), "Europe/Paris")).toBeNull();
  });

  it("end later than now and within a day and what clocks may add, whenever they hold", () => {
    fc.assert(
      fc.property(range, instant, zone, (quiet, now, where) => {
        const until = quietUntil(quiet, now, where);
        if (until === null) return;
        expect(until.getTime()).toBeGreaterThan(now.getTime());
        expect(until.getTime() - now.getTime()).toBeLessThanOrEqual(25 * 3_600_000);
        expect(quietUntil(quiet, until, where)).toBeNull();
      }),
      { numRuns: 150 },
    );
  });
});

describe("a day", () => {
  it("ends at midnight of its zone: later than now, on another day, within 25 hours", () => {
    fc.assert(
      fc.property(instant, zone, (now, where) => {
        const end = tomorrow(now, where);
        expect(end.getTime()).toBeGreaterThan(now.getTime());
        expect(end.getTime() - now.getTime()).toBeLessThanOrEqual(25 * 3_600_000);
        expect(dayIn(where, end) > dayIn(where, now)).toBe(true);
        const { hour, minute } = wallTime(end, where);
        expect([hour, minute]).toEqual([0, 0]);
      }),
    );
  });

  it("has six questions for an owner who says nothing, and no end for staff", () => {
    expect([energyBudget(null, "owner"), energyBudget(null, "staff")]).toEqual([6, null]);
    expect([energyBudget(0, "owner"), energyBudget(2, "owner"), energyBudget(9, "staff")]).toEqual([
      null,
      2,
      9,
    ]);
    const until = at("2026-03-10T23:00:00Z");
    expect(energyUsed({ used: 4, until }, at("2026-03-10T22:59:59Z"))).toBe(4);
    expect(energyUsed({ used: 4, until }, until)).toBe(0);
    expect(energyUsed({ used: 4, until: null }, until)).toBe(0);
  });
});

describe("a vacation", () => {
  it("lasts from the first midnight of its first day to the end of its last, by the member's clocks", () => {
    const days = { from: "2026-08-03", to: "2026-08-09" };
    expect(vacationSpan(days, "Europe/Paris")).toEqual({
      start: at("2026-08-02T22:00:00Z"),
      end: at("2026-08-09T22:00:00Z"),
    });
    const state = (text: string, zone = "Europe/Paris") => vacationState(days, at(text), zone);
    expect(state("2026-08-02T21:59:59Z")).toBe("ahead");
    expect(state("2026-08-02T22:00:00Z")).toBe("on");
    expect(state("2026-08-09T21:59:59Z")).toBe("on");
    expect(state("2026-08-09T22:00:00Z")).toBe("over");
    expect(state("2026-08-09T22:00:00Z", "America/New_York")).toBe("on");
    expect(vacationState({ from: "2026-08-03", to: null }, at("2031-01-01T00:00:00Z"), "UTC")).toBe("on");
  });
});

describe("what is looked at next", () => {
  it("is ahead, and nothing of a member changes before it", () => {
    const day = instant.map((date) => date.toISOString().slice(0, 10));
    const facts = fc.record({
      timeZone: zone,
      habits: week,
      vacation: fc.option(fc.record({ from: day, to: fc.constant(null) })),
      restsUntil: fc.option(instant),
    });
    fc.assert(
      fc.property(facts, instant, (facts, now) => {
        const next = nextFollow(facts, now);
        const { vacation, restsUntil, timeZone, habits } = facts;
        const moments = [
          restsUntil,
          nextHabit(habits, now, timeZone),
          vacation && vacationSpan(vacation, timeZone).start,
        ].filter((one): one is Date => one !== null && one > now);
        if (next === null) expect(moments).toEqual([]);
        else {
          expect(next.getTime()).toBeGreaterThan(now.getTime());
          expect(Math.min(...moments.map((one) => one.getTime()))).toBe(next.getTime());
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("what comes in", () => {
  const habits = (ranges: unknown) =>
    SaveHabits.safeParse({ habits: [ranges, [], [], [], [], [], []] }).success;
  it("is refused where it contradicts itself", () => {
    expect(habits([{ from: "19:00", to: "21:00" }])).toBe(true);
    for (const wrong of [
      [{ from: "19:00", to: "19:00" }],
      [{ from: "25:00", to: "26:00" }],
      [
        { from: "19:00", to: "21:00" },
        { from: "20:00", to: "22:00" },
      ],
      Array.from({ length: 4 }, (_, i) => ({ from: `1${i}:00`, to: `1${i}:30` })),
    ])
      expect(habits(wrong)).toBe(false);
    const isOne = (value: unknown) => SaveHabits.safeParse(value).success;
    expect(isOne({ timeZone: "Mars/Olympus" })).toBe(false);
    expect(isOne({ quietHours: { from: "22:00", to: "22:00" } })).toBe(false);
    expect(isOne({ energyBudget: 31 })).toBe(false);
    expect(isOne({ energyBudget: -1 })).toBe(false);
    expect(isOne({ energyBudget: null, quietHours: null, timeZone: "Asia/Tokyo" })).toBe(true);
    const isAway = (from: string, to: string | null) => TakeVacation.safeParse({ from, to }).success;
    expect([isAway("2026-08-03", "2026-08-03"), isAway("2026-08-03", null)]).toEqual([true, true]);
    expect([isAway("2026-08-03", "2026-08-02"), isAway("2026-08-03", "2028-08-03")]).toEqual([false, false]);
    expect(isAway("2026-02-30", null)).toBe(false);
  });

  it("is read back as nothing where nothing was said", () => {
    expect(storedHabits([])).toEqual(none);
    expect(storedQuiet(null)).toBeNull();
    expect(() => storedHabits({})).toThrow();
  });
});
