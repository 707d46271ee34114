import { describe, expect, it } from "vitest";
import { clockTime, dayPart } from "./clock-time";

describe("clockTime", () => {
  it.each([
    [0, "0:00"],
    [8.9, "0:08"],
    [72, "1:12"],
    [3599, "59:59"],
    [3723, "1:02:03"],
    [-5, "0:00"],
  ])("%d seconds are %s", (seconds, shown) => {
    expect(clockTime(seconds)).toBe(shown);
  });
});

describe("dayPart", () => {
  it.each([
    [0, "early"],
    [4, "early"],
    [5, "morning"],
    [11, "morning"],
    [12, "afternoon"],
    [17, "afternoon"],
    [18, "evening"],
    [23, "evening"],
  ] as const)("%d o'clock: %s", (hour, part) => {
    expect(dayPart(hour)).toBe(part);
  });
});
