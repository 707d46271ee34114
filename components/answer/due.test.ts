import { describe, expect, it } from "vitest";
import { dueOf } from "./due";

const now = Date.parse("2026-11-21T20:30:00Z");
const due = (answerBy: string, timeZone = "Europe/Paris", at = now) =>
  dueOf({ answerBy: Date.parse(answerBy), now: at, timeZone });

describe("dueOf", () => {
  it("speaks of today, tomorrow, or another day", () => {
    expect(due("2026-11-21T22:00:00Z")).toBe("today");
    expect(due("2026-11-22T09:00:00Z")).toBe("tomorrow");
    expect(due("2026-11-23T09:00:00Z")).toBe("day");
  });

  it("goes by the reader's days", () => {
    expect(due("2026-11-21T23:30:00Z", "Europe/Paris")).toBe("tomorrow");
    expect(due("2026-11-21T23:30:00Z", "America/New_York")).toBe("today");
  });

  it("finds tomorrow past the end of a month and of a year", () => {
    expect(due("2027-01-01T09:00:00Z", "Europe/Paris", Date.parse("2026-12-31T12:00:00Z"))).toBe("tomorrow");
  });

  it("owns up to a time that has passed", () => {
    expect(due("2026-11-21T20:29:59Z")).toBe("late");
  });
});
