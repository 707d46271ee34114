import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantOf, startOfDay, wallTime } from "@/lib/domain/calendar/zone";

const zones = Intl.supportedValuesOf("timeZone");
const zone = fc.constantFrom(...zones);
const instant = fc.date({
  min: new Date("1990-01-01T00:00:00Z"),
  max: new Date("2060-01-01T00:00:00Z"),
  noInvalidDate: true,
});

describe("wallTime", () => {
  it.each([
    ["2026-03-10T09:05:00Z", "Europe/Paris", { year: 2026, month: 3, day: 10, hour: 10, minute: 5 }],
    ["2026-07-01T22:30:00Z", "Europe/Paris", { year: 2026, month: 7, day: 2, hour: 0, minute: 30 }],
    ["2026-01-01T00:00:00Z", "Asia/Kathmandu", { year: 2026, month: 1, day: 1, hour: 5, minute: 45 }],
    ["2026-01-01T00:00:00Z", "America/Los_Angeles", { year: 2025, month: 12, day: 31, hour: 16, minute: 0 }],
  ])("at %s in %s", (at, timeZone, shown) => {
    expect(wallTime(new Date(at), timeZone)).toEqual(shown);
  });

  it("refuses a zone that does not exist", () => {
    expect(() => wallTime(new Date(0), "Europe/Atlantis")).toThrow(RangeError);
  });
});

describe("instantOf", () => {
  it("is the way back from wallTime, but for the hour that comes twice", () => {
    fc.assert(
      fc.property(instant, zone, (at, timeZone) => {
        const found = instantOf(wallTime(at, timeZone), timeZone);
        expect(wallTime(found, timeZone)).toEqual(wallTime(at, timeZone));
        expect(found.getTime()).toBeLessThanOrEqual(at.getTime());
        // Zones go back by three hours at most.
        expect(at.getTime() - found.getTime()).toBeLessThan(3 * 3_600_000 + 60_000);
      }),
    );
  });

  it("takes the first of two, and moves on what was skipped", () => {
    const wall = (month: number, day: number) => ({ year: 2026, month, day, hour: 2, minute: 30 });
    expect(instantOf(wall(10, 25), "Europe/Paris").toISOString()).toBe("2026-10-25T00:30:00.000Z");
    const spring = instantOf(wall(3, 29), "Europe/Paris");
    expect(wallTime(spring, "Europe/Paris")).toMatchObject({ day: 29, hour: 3, minute: 30 });
  });
});

describe("startOfDay", () => {
  it("begins the day of its instant: nothing of that day lies before it", () => {
    fc.assert(
      fc.property(instant, zone, (now, timeZone) => {
        const start = startOfDay(now, timeZone);
        const { year, month, day } = wallTime(now, timeZone);
        expect(start.getTime()).toBeLessThanOrEqual(now.getTime());
        expect(wallTime(start, timeZone)).toMatchObject({ year, month, day });
        const justBefore = new Date(start.getTime() - 60_000);
        expect(wallTime(justBefore, timeZone)).not.toMatchObject({ year, month, day });
      }),
    );
  });

  it("knows a midnight that clocks skip", () => {
    // In Cairo clocks go forward at midnight of the last Friday in April.
    expect(startOfDay(new Date("2026-04-24T12:00:00Z"), "Africa/Cairo").toISOString()).toBe(
      "2026-04-23T22:00:00.000Z",
    );
  });
});
