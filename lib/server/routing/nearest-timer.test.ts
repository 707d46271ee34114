import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { nearestTimer } from "./nearest-timer";

const run = vi.fn();
const runsAfter = (ms: number) => {
  vi.advanceTimersByTime(ms);
  return run.mock.calls.length;
};

beforeEach(() => {
  vi.useFakeTimers();
  run.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("nearestTimer", () => {
  it("is not put off by a later moment", () => {
    const timer = nearestTimer(run);
    timer.within(0);
    timer.within(800);
    expect(runsAfter(1)).toBe(1);
    timer.within(300);
    vi.advanceTimersByTime(200);
    timer.within(300);
    expect(runsAfter(100)).toBe(2);
  });

  it("is brought forward by an earlier one, and runs once for both", () => {
    const timer = nearestTimer(run);
    timer.within(800);
    timer.within(100);
    expect(runsAfter(99)).toBe(0);
    expect(runsAfter(1)).toBe(1);
    expect(runsAfter(2_000)).toBe(1);
  });

  it("takes a new moment once it has run, also while it runs", () => {
    const timer = nearestTimer(run);
    run.mockImplementationOnce(() => timer.within(500));
    timer.within(100);
    expect(runsAfter(100)).toBe(1);
    expect(runsAfter(500)).toBe(2);
    timer.within(900);
    expect(runsAfter(900)).toBe(3);
  });

  it("runs no more once it is stopped", () => {
    const timer = nearestTimer(run);
    timer.within(100);
    timer.stop();
    expect(runsAfter(2_000)).toBe(0);
  });
});
