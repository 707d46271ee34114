import { describe, expect, it } from "vitest";
import { createClockOffset } from "@/lib/client/clock-offset";

const at = (ms: number) => new Date(ms).toISOString();

describe("createClockOffset", () => {
  it("learns a clock that is an hour behind", () => {
    const clock = createClockOffset(() => 1_000);
    expect(clock.now()).toBe(1_000);
    clock.observe(at(3_601_050), 1_000, 1_100);
    expect(clock.offset()).toBe(3_600_000);
    expect(clock.now()).toBe(3_601_000);
  });

  it("prefers the answer that took the shortest way", () => {
    const clock = createClockOffset();
    clock.observe(at(10_010), 0, 20);
    clock.observe(at(19_000), 1_000, 9_000);
    expect(clock.offset()).toBe(10_000);
    clock.observe(at(22_005), 12_000, 12_002);
    expect(clock.offset()).toBe(10_004);
  });

  it("believes a slow answer over a quick one of long ago", () => {
    const clock = createClockOffset();
    clock.observe(at(10_010), 0, 20);
    clock.observe(at(3_600_500), 3_600_000, 3_601_000);
    expect(clock.offset()).toBe(0);
  });

  it("follows a clock that was set, by an answer that both cannot be true with", () => {
    const clock = createClockOffset();
    clock.observe(at(10_010), 0, 20);
    clock.observe(at(311_100), 1_000, 1_200);
    expect(clock.offset()).toBe(310_000);
    clock.observe(at(12_300), 2_000, 2_600);
    expect(clock.offset()).toBe(10_000);
  });

  it("ignores what is not a time", () => {
    const clock = createClockOffset();
    clock.observe("soon", 0, 20);
    expect(clock.offset()).toBe(0);
  });
});
