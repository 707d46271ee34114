import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "@/lib/client/api";
import { createCoalescedRead } from "./coalesced-read";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A reading whose answers the test gives. */
function slowReading() {
  const answers: { resolve: () => void; reject: (error: unknown) => void }[] = [];
  const read = vi.fn(() => new Promise<void>((resolve, reject) => void answers.push({ resolve, reject })));
  return { read, answers };
}

describe("createCoalescedRead", () => {
  it("reads at once when nothing was read lately", async () => {
    const { read, answers } = slowReading();
    const asked = createCoalescedRead({ read, pauseMs: 1_000 }).ask();
    await vi.advanceTimersByTimeAsync(0);
    expect(read).toHaveBeenCalledTimes(1);
    answers[0]?.resolve();
    await expect(asked).resolves.toBeUndefined();
  });

  it("answers all that was asked during a reading with one more", async () => {
    const { read, answers } = slowReading();
    const coalesced = createCoalescedRead({ read, pauseMs: 1_000 });
    void coalesced.ask();
    await vi.advanceTimersByTimeAsync(5_000);
    const later = [coalesced.ask(), coalesced.ask(), coalesced.ask()];
    await vi.advanceTimersByTimeAsync(5_000);
    expect(read).toHaveBeenCalledTimes(1);
    answers[0]?.resolve();
    await vi.advanceTimersByTimeAsync(0);
    expect(read).toHaveBeenCalledTimes(2);
    answers[1]?.resolve();
    await Promise.all(later);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it("leaves a pause between the beginnings of two readings", async () => {
    const read = vi.fn(async () => {});
    const coalesced = createCoalescedRead({ read, pauseMs: 1_000 });
    await Promise.all([coalesced.ask(), vi.advanceTimersByTimeAsync(0)]);
    void coalesced.ask();
    await vi.advanceTimersByTimeAsync(999);
    expect(read).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it("reads on after a failure, which only those hear who asked for that reading", async () => {
    const { read, answers } = slowReading();
    const coalesced = createCoalescedRead({ read, pauseMs: 1_000 });
    const first = coalesced.ask();
    first.catch(() => {});
    await vi.advanceTimersByTimeAsync(0);
    const second = coalesced.ask();
    answers[0]?.reject(new ApiError("OFFLINE"));
    await expect(first).rejects.toMatchObject({ code: "OFFLINE" });
    await vi.advanceTimersByTimeAsync(1_000);
    answers[1]?.resolve();
    await expect(second).resolves.toBeUndefined();
  });

  it("reads nothing any more once closed", async () => {
    const read = vi.fn(async () => {});
    const coalesced = createCoalescedRead({ read, pauseMs: 1_000 });
    void coalesced.ask();
    coalesced.close();
    void coalesced.ask();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(read).not.toHaveBeenCalled();
  });
});
