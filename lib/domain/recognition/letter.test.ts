import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { letterMonth } from "./letter";

const at = (text: string) => new Date(text);

describe("letterMonth", () => {
  it.each([
    ["Europe/Paris", "2026-04-01T06:59:59Z", null],
    ["Europe/Paris", "2026-04-01T07:00:00Z", "2026-03"],
    ["Europe/Paris", "2026-04-03T21:59:59Z", "2026-03"],
    ["Europe/Paris", "2026-04-03T22:00:00Z", null],
    ["Europe/Paris", "2026-01-01T08:00:00Z", "2025-12"],
    ["Pacific/Auckland", "2026-03-31T20:00:00Z", "2026-03"],
    ["America/Los_Angeles", "2026-04-01T07:00:00Z", null],
  ])("in %s at %s: %s", (zone, now, key) => {
    expect(letterMonth(at(now), zone)?.key ?? null).toBe(key);
  });

  it("begins and ends with the brand's midnight, also over a change of clocks", () => {
    expect(letterMonth(at("2026-04-02T09:00:00Z"), "Europe/Paris")).toMatchObject({
      from: at("2026-02-28T23:00:00Z"),
      to: at("2026-03-31T22:00:00Z"),
    });
  });

  it("is always a month that is over, and never longer than 31 days and an hour", () => {
    fc.assert(
      fc.property(
        fc.date({ min: at("2020-01-01"), max: at("2035-01-01"), noInvalidDate: true }),
        fc.constantFrom("Europe/Paris", "America/Los_Angeles", "Asia/Kathmandu", "Pacific/Auckland", "UTC"),
        (now, zone) => {
          const month = letterMonth(now, zone);
          if (!month) return;
          expect(month.to.getTime()).toBeLessThanOrEqual(now.getTime());
          const hours = (month.to.getTime() - month.from.getTime()) / 3_600_000;
          expect(hours).toBeGreaterThanOrEqual(28 * 24 - 1);
          expect(hours).toBeLessThanOrEqual(31 * 24 + 1);
        },
      ),
    );
  });
});
