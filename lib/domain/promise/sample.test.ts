import { describe, expect, it } from "vitest";
import { isLeftByWish, type Outcome, sampleOf } from "./sample";

const askedAt = new Date("2026-03-10T09:00:00.000Z");
const at = (seconds: number) => new Date(askedAt.getTime() + seconds * 1000);
const asked: Outcome = {
  state: "offering",
  askedAt,
  promiseSeconds: 30,
  firstAnswerAt: null,
  endedAt: null,
  seats: 2,
  leftAt: null,
};
const never = { seconds: null, seats: 2 };

describe("sampleOf", () => {
  it("is the time to the first answer, whatever came after it", () => {
    const firstAnswerAt = at(12.5);
    for (const state of ["matched", "ended", "left", "withdrawn"] as const)
      expect(sampleOf({ ...asked, state, firstAnswerAt }, at(90))).toEqual({ seconds: 12.5, seats: 2 });
  });

  it("waits for the promise before it speaks of who still waits", () => {
    expect(sampleOf(asked, at(30))).toBeNull();
    expect(sampleOf(asked, at(31))).toEqual(never);
    expect(sampleOf({ ...asked, state: "matched" }, at(31))).toEqual(never);
  });

  it("does not hold it against us when he took it back in time", () => {
    const withdrawn = { ...asked, state: "withdrawn" as const };
    expect(sampleOf({ ...withdrawn, endedAt: at(29) }, at(90))).toBeNull();
    expect(sampleOf({ ...withdrawn, endedAt: at(31) }, at(90))).toEqual(never);
  });

  it("counts what nobody answered as later than anything", () => {
    expect(sampleOf({ ...asked, state: "ended", endedAt: at(20) }, at(20))).toEqual(never);
    expect(sampleOf({ ...asked, state: "left", leftAt: at(12) }, at(13))).toEqual(never);
    // The race for the last place was lost: he had been promised an answer.
    expect(sampleOf({ ...asked, state: "left", leftAt: askedAt }, at(1))).toEqual(never);
  });

  it("says nothing of a question that was left by wish", () => {
    const left = { ...asked, state: "left" as const, leftAt: askedAt, seats: null };
    expect(isLeftByWish(left)).toBe(true);
    expect(sampleOf(left, at(600))).toBeNull();
    expect(sampleOf({ ...left, state: "answered" }, at(600))).toBeNull();
    // One from before places were noted, given up after a while.
    expect(sampleOf({ ...left, leftAt: at(40) }, at(600))).toEqual({ seconds: null, seats: null });
  });
});
