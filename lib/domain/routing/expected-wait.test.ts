import { describe, expect, it } from "vitest";
import { expectedWaitSeconds } from "./expected-wait";

describe("expectedWaitSeconds", () => {
  it("waits for as many endings as there are people in line, himself included", () => {
    expect(expectedWaitSeconds({ position: 1, places: 4, chatSeconds: 480 })).toBe(120);
    expect(expectedWaitSeconds({ position: 3, places: 4, chatSeconds: 480 })).toBe(360);
  });

  it("rounds up to half minutes, and never to nothing", () => {
    expect(expectedWaitSeconds({ position: 1, places: 40, chatSeconds: 100 })).toBe(30);
    expect(expectedWaitSeconds({ position: 1, places: 3, chatSeconds: 100 })).toBe(60);
  });

  it("says nothing where nobody is there or nothing was measured", () => {
    expect(expectedWaitSeconds({ position: 1, places: 0, chatSeconds: 300 })).toBeNull();
    expect(expectedWaitSeconds({ position: 1, places: 3, chatSeconds: null })).toBeNull();
  });
});
