import { describe, expect, it } from "vitest";
import { lineOf, ratioOf, verdictOf } from "@/e2e/bench/verdict";

describe("a figure's line", () => {
  it.each([
    [{ name: "start_time", value: 4.9876, unit: "s", target: { atMost: 5 } }, "start_time 4.99 s ≤5 PASS"],
    [{ name: "memory", value: 400.4, unit: "MB", target: { atMost: 400 } }, "memory 400 MB ≤400 MISS"],
    [
      { name: "assignments", value: 1234.5, unit: "/s", target: { atLeast: 1233.25 } },
      "assignments 1235 /s ≥1233 PASS",
    ],
    [{ name: "x", value: 0, unit: "messages", target: { atMost: 0 } }, "x 0 messages ≤0 PASS"],
    [{ name: "floor.commit", value: 0.123456, unit: "ms" }, "floor.commit 0.123 ms - -"],
  ])("%j", (measured, line) => {
    expect(lineOf(measured)).toBe(line);
  });

  it("judges by the value itself, not by its rounded text", () => {
    expect(verdictOf({ value: 5.0001, target: { atMost: 5 } })).toBe("MISS");
    expect(verdictOf({ value: 799.9, target: { atLeast: 800 } })).toBe("MISS");
    expect(verdictOf({ value: 800, target: { atLeast: 800 } })).toBe("PASS");
    expect(verdictOf({ value: 1 })).toBeNull();
  });

  it("judges what could not be computed as missed", () => {
    expect(verdictOf({ value: Number.NaN, target: { atMost: 5 } })).toBe("MISS");
    expect(verdictOf({ value: Number.NaN, target: { atLeast: 5 } })).toBe("MISS");
  });
});

describe("the ratio to a floor", () => {
  it("says how many times the floor a value is", () => {
    expect(ratioOf({ value: 9, floor: { of: "http", value: 3 } })).toBe(3);
    expect(ratioOf({ value: 9 })).toBeNull();
    expect(ratioOf({ value: 9, floor: { of: "http", value: 0 } })).toBeNull();
  });
});
