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

  describe("with opening hours", () => {
    const day = [{ from: "09:00", to: "18:00" }];
    const staff = [day, day, [{ from: "14:00", to: "18:00" }], day, day, [], []];
    const by = (now: string, hours: Parameters<typeof leftAnswerBy>[0]["hours"]) =>
      leftAnswerBy({ now: new Date(now), timeZone: Paris, hour: 10, hours }).toISOString();

    it("is a day on which the staff is open", () => {
      expect(by("2026-03-12T15:00:00Z", { staff })).toBe("2026-03-13T09:00:00.000Z");
      expect(by("2026-03-13T15:00:00Z", { staff })).toBe("2026-03-16T09:00:00.000Z");
    });

    it("skips closed days, and takes days that are open by exception", () => {
      const closed = { from: "2026-03-16", who: "all", ranges: [] } as const;
      const open = { from: "2026-03-14", who: "staff", ranges: day } as const;
      expect(by("2026-03-13T15:00:00Z", { staff, exceptions: [closed] })).toBe("2026-03-17T09:00:00.000Z");
      expect(by("2026-03-13T15:00:00Z", { staff, exceptions: [open] })).toBe("2026-03-14T09:00:00.000Z");
    });

    it("leaves them an hour where they begin later", () => {
      expect(by("2026-03-10T15:00:00Z", { staff })).toBe("2026-03-11T14:00:00.000Z");
    });

    it("does not look at the hours of owners, nor at those of a staff that is never open", () => {
      const never = [[], [], [], [], [], [], []];
      expect(by("2026-03-13T15:00:00Z", { owner: never })).toBe("2026-03-14T09:00:00.000Z");
      expect(by("2026-03-13T15:00:00Z", { staff: never })).toBe("2026-03-14T09:00:00.000Z");
    });
  });
});
