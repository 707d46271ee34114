import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRing } from "@/components/ui/ring-time";

const offer = (leftMs: number) =>
  readRing({ mode: "down", startedAt: 1_000, endsAt: 21_000, now: 21_000 - leftMs });
const wait = (elapsedMs: number) =>
  readRing({ mode: "up", startedAt: 1_000, endsAt: 31_000, now: 1_000 + elapsedMs });

describe("readRing, an offer's seconds", () => {
  it("shows every second for its whole length", () => {
    expect(offer(20_000).seconds).toBe(20);
    expect(offer(19_999).seconds).toBe(20);
    expect(offer(19_000).seconds).toBe(19);
    expect(offer(1).seconds).toBe(1);
  });

  it("turns amber in the last 6 seconds and red in the last 3", () => {
    expect(offer(6_001).tone).toBe("green");
    expect(offer(6_000).tone).toBe("amber");
    expect(offer(3_001).tone).toBe("amber");
    expect(offer(3_000).tone).toBe("red");
  });

  it("rests at zero when the time is over", () => {
    expect(offer(0)).toEqual({ seconds: 0, tone: "red", progress: 1, nextInMs: null });
    expect(offer(-90_000)).toEqual({ seconds: 0, tone: "red", progress: 1, nextInMs: null });
  });

  it("shows the full time, never more, to a device whose clock is behind", () => {
    expect(offer(25_000)).toMatchObject({ seconds: 20, progress: 0 });
  });
});

describe("readRing, a visitor's wait", () => {
  it("counts whole seconds up to the promise", () => {
    expect(wait(999).seconds).toBe(0);
    expect(wait(11_400)).toMatchObject({ seconds: 11, tone: "green", nextInMs: 600 });
    expect(wait(30_000)).toMatchObject({ seconds: 30, tone: "green", progress: 1 });
  });

  it("goes on counting in amber once the promise is broken", () => {
    expect(wait(30_001).tone).toBe("amber");
    expect(wait(47_000).seconds).toBe(47);
  });
});

describe("readRing, its next change", () => {
  it("comes exactly when the number changes, not before", () => {
    const when = {
      startedAt: fc.nat(10_000),
      length: fc.integer({ min: 1, max: 60_000 }),
      at: fc.nat(90_000),
    };
    fc.assert(
      fc.property(fc.constantFrom("up" as const, "down" as const), fc.record(when), (mode, span) => {
        const read = (now: number) =>
          readRing({ mode, startedAt: span.startedAt, endsAt: span.startedAt + span.length, now });
        const now = span.startedAt + span.at;
        const { seconds, nextInMs } = read(now);
        if (nextInMs === null) {
          expect(seconds).toBe(0);
          return;
        }
        expect(read(now + nextInMs - 1).seconds).toBe(seconds);
        expect(read(now + nextInMs).seconds).toBe(mode === "up" ? seconds + 1 : seconds - 1);
      }),
    );
  });
});
