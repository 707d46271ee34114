import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ago, testNow, waitingRow } from "./testing/board";
import { secondsSince, waits, waitTone } from "./wait";

describe("waitTone", () => {
  it.each([
    [0, "green"],
    [9, "green"],
    [10, "amber"],
    [14, "amber"],
    [15, "red"],
    [600, "red"],
  ] as const)("%d s: %s", (seconds, tone) => {
    expect(waitTone(seconds)).toBe(tone);
  });
});

describe("secondsSince", () => {
  it("counts whole seconds, and none for what has yet to come", () => {
    expect(secondsSince(ago(9.99), testNow)).toBe(9);
    expect(secondsSince(ago(-3), testNow)).toBe(0);
  });
});

describe("waits", () => {
  it("puts the oldest question first", () => {
    const rows = [
      waitingRow({ questionId: "new", askedAt: ago(2) }),
      waitingRow({ questionId: "old", askedAt: ago(17) }),
    ];
    expect(waits(rows, testNow).map(({ row }) => row.questionId)).toEqual(["old", "new"]);
  });

  it("lets seconds, colour and bar agree, and ends the bar at the promise", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 15, max: 60 }), (asked, promise) => {
        const row = waitingRow({ questionId: "q", askedAt: ago(asked), promiseSeconds: promise });
        const [wait] = waits([row], testNow);
        expect(wait?.seconds).toBe(asked);
        expect(wait?.tone).toBe(waitTone(asked));
        expect(wait?.share).toBeCloseTo(Math.min(1, asked / promise));
      }),
    );
  });

  it("counts for one who had a helper since he waits again; no bar, since no promise runs", () => {
    const back = { questionId: "q", askedAt: ago(600), roundAt: ago(12), isBack: true };
    expect(waits([waitingRow(back)], testNow)).toMatchObject([{ seconds: 12, tone: "amber", share: null }]);
  });

  it("counts from the question when staff were wanted instead: that promise still runs", () => {
    const other = { questionId: "q", askedAt: ago(20), roundAt: ago(5), isBack: false };
    expect(waits([waitingRow(other)], testNow)).toMatchObject([{ seconds: 20, tone: "red" }]);
  });
});
