import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wallTime } from "@/lib/domain/calendar/zone";
import { addDays, rangesOn } from "./hours";
import { isOpenAt, nextChangeOf } from "./open";

const minuteMs = 60_000;
const at = (iso: string) => new Date(iso);

describe("whatever the hours, the zone and the moment", () => {
  /** Instants near which the clocks of a zone change, and one far from it. */
  const places = [
    ["Europe/Paris", "2026-03-29T01:00:00Z"],
    ["Europe/Paris", "2026-10-25T01:00:00Z"],
    ["Europe/Paris", "2026-06-10T12:00:00Z"],
    ["America/New_York", "2026-03-08T07:00:00Z"],
    ["America/New_York", "2026-11-01T06:00:00Z"],
    ["Australia/Lord_Howe", "2026-04-04T15:00:00Z"],
    ["Australia/Lord_Howe", "2026-10-03T15:30:00Z"],
    ["America/Santiago", "2026-04-05T03:00:00Z"],
    ["America/Santiago", "2026-09-06T04:00:00Z"],
    ["Asia/Beirut", "2026-03-28T22:00:00Z"],
    ["Asia/Beirut", "2026-10-24T21:00:00Z"],
    // One minute past midnight clocks went back into the day before.
    ["America/St_Johns", "2010-11-07T02:31:00Z"],
    ["America/St_Johns", "2011-03-13T03:31:00Z"],
    ["Africa/Casablanca", "2026-02-15T02:00:00Z"],
    ["Asia/Kathmandu", "2026-06-10T12:00:00Z"],
    ["Pacific/Apia", "2011-12-30T10:00:00Z"],
  ] as const;

  const time = fc
    .integer({ min: 0, max: 47 })
    .map((half) => `${String(Math.floor(half / 2)).padStart(2, "0")}:${half % 2 ? "30" : "00"}`);
  const range = fc.record({ from: time, to: time }).filter(({ from, to }) => from !== to || from === "00:00");
  const ranges = fc.array(range, { maxLength: 3 });
  const week = fc.option(fc.array(ranges, { minLength: 7, maxLength: 7 }), { nil: undefined });
  const scene = fc.constantFrom(...places).chain(([timeZone, near]) =>
    fc.record({
      timeZone: fc.constant(timeZone),
      at: fc
        .integer({ min: -36 * 60, max: 36 * 60 })
        .map((minutes) => new Date(at(near).getTime() + minutes * minuteMs)),
      hours: fc.record({
        owner: week,
        exceptions: fc.array(
          fc.record({
            from: fc.integer({ min: -3, max: 3 }).map((count) => addDays(near.slice(0, 10), count)),
            who: fc.constant("owner" as const),
            ranges,
          }),
          { maxLength: 2 },
        ),
      }),
    }),
  );

  /** Minute after minute of the wall clock, as if it were UTC, from a day before `start` on. */
  function walls(start: Date, minutes: number, timeZone: string): { at: number; wall: number }[] {
    return Array.from({ length: minutes }, (_, count) => {
      const time = start.getTime() + count * minuteMs;
      const { year, month, day, hour, minute } = wallTime(new Date(time), timeZone);
      return { at: time, wall: Date.UTC(year, month - 1, day, hour, minute) };
    });
  }

  it("a range is from the first minute that shows its beginning or more to the first that shows its end or more", () => {
    fc.assert(
      fc.property(scene, ({ timeZone, at: moment, hours }) => {
        const from = new Date(moment.getTime() - 3 * 24 * 60 * minuteMs);
        const shown = walls(from, 4 * 24 * 60 + 60, timeZone);
        const first = (date: string, time: string) =>
          shown.find(({ wall }) => wall >= Date.parse(`${date}T${time}:00Z`))?.at ?? Infinity;
        const today = new Date(
          shown.find((minute) => minute.at === moment.getTime())?.wall ?? Number.NaN,
        ).toISOString();
        const expected = [-1, 0, 1].some((count) => {
          const date = addDays(today.slice(0, 10), count);
          return rangesOn(hours, "owner", date).some(
            ({ from, to }) =>
              first(date, from) <= moment.getTime() &&
              moment.getTime() < first(to > from ? date : addDays(date, 1), to),
          );
        });
        expect(isOpenAt(hours, "owner", moment, timeZone)).toBe(expected);
      }),
      { numRuns: 40 },
    );
  });

  it("the next change is the first minute at which it is otherwise", () => {
    fc.assert(
      fc.property(scene, ({ timeZone, at: moment, hours }) => {
        const isOpen = isOpenAt(hours, "owner", moment, timeZone);
        const next = nextChangeOf(hours, "owner", moment, timeZone);
        const aDay = moment.getTime() + 24 * 60 * minuteMs;
        const until = Math.min(next?.getTime() ?? Infinity, aDay);
        for (let time = moment.getTime(); time < until; time += minuteMs)
          expect(isOpenAt(hours, "owner", new Date(time), timeZone)).toBe(isOpen);
        if (next) expect(isOpenAt(hours, "owner", next, timeZone)).toBe(!isOpen);
      }),
      { numRuns: 60 },
    );
  });
});
