import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wallTime } from "@/lib/domain/calendar/zone";
import { leftAnswerBy } from "@/lib/domain/question/left";

const Paris = "Europe/Paris";

describe("leftAnswerBy", () => {
  it.each([
    ["an afternoon", "2026-03-10T15:00:00Z", "2026-03-11T09:00:00.000Z"],
    ["one minute before midnight", "2026-03-10T22:59:00Z", "2026-03-11T09:00:00.000Z"],
    ["one minute after midnight", "2026-03-10T23:01:00Z", "2026-03-12T09:00:00.000Z"],
    ["the eve of summer time", "2026-03-28T15:00:00Z", "2026-03-29T08:00:00.000Z"],
    ["the eve of winter time", "2026-10-24T15:00:00Z", "2026-10-25T09:00:00.000Z"],
    ["the last day of a year", "2026-12-31T15:00:00Z", "2027-01-01T09:00:00.000Z"],
    ["a 28 February", "2027-02-28T15:00:00Z", "2027-03-01T09:00:00.000Z"],
  ])("is ten o'clock the next day in Paris, on %s", (_, now, answerBy) => {
    expect(leftAnswerBy({ now: new Date(now), timeZone: Paris, hour: 10 }).toISOString()).toBe(answerBy);
  });

  it("shows the hour asked for, on the next day, everywhere and always", () => {
    const zone = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
    const at = fc.date({
      min: new Date("1990-01-01T00:00:00Z"),
      max: new Date("2060-01-01T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(at, zone, fc.integer({ min: 5, max: 22 }), (now, timeZone, hour) => {
        const answerBy = leftAnswerBy({ now, timeZone, hour });
        expect(wallTime(answerBy, timeZone)).toMatchObject({ hour, minute: 0 });
        const waitHours = (answerBy.getTime() - now.getTime()) / 3_600_000;
        expect(waitHours).toBeGreaterThan(hour - 3);
        expect(waitHours).toBeLessThan(24 + hour + 3);
      }),
    );
  });
});
