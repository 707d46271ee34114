import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Demand, demandRate, predictedInTime, shareToInvite } from "./demand";

const hourly = (count: number) => ({
  quarter: 0,
  hour: count,
  quarterDemand: 0,
  hourDemand: count,
});
const calm: Demand = {
  arrivals: hourly(12),
  chatSeconds: 480,
  places: 6,
  free: 4,
  waiting: 0,
  withinSeconds: 15,
};
const anyDemand: fc.Arbitrary<Demand> = fc
  .record({
    hour: fc.integer({ min: 0, max: 900 }),
    chatSeconds: fc.double({ min: 60, max: 1_200, noNaN: true }),
    places: fc.integer({ min: 1, max: 25 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    waiting: fc.integer({ min: 0, max: 8 }),
    withinSeconds: fc.double({ min: 0, max: 60, noNaN: true }),
  })
  .map(({ hour, part, ...rest }) => ({
    ...rest,
    arrivals: hourly(hour),
    free: Math.round(part * rest.places),
  }));

describe("demandRate", () => {
  it("takes the last quarter where it holds enough, else the hour, else says nothing", () => {
    expect(demandRate({ quarter: 30, hour: 60, quarterDemand: 45, hourDemand: 60 })).toBe(45 / 900);
    expect(demandRate({ quarter: 19, hour: 36, quarterDemand: 38, hourDemand: 72 })).toBe(72 / 3_600);
    expect(demandRate(hourly(9))).toBeNull();
  });
});

describe("shareToInvite", () => {
  it("invites everybody while places are plenty, or too little is known", () => {
    expect(shareToInvite(calm, 1)).toBe(1);
    expect(shareToInvite({ ...calm, places: 1, free: 1, arrivals: hourly(9) }, 1)).toBe(1);
  });

  it("invites nobody without a free place", () => {
    expect(shareToInvite({ ...calm, free: 0 }, 1)).toBe(0);
    expect(shareToInvite({ ...calm, free: 0, arrivals: hourly(3) }, 1)).toBe(0);
  });

  it("invites a part of those who would race for the last place", () => {
    const last: Demand = { ...calm, places: 3, free: 1, arrivals: hourly(60) };
    expect(predictedInTime(last, 1)).toBeLessThan(0.8);
    const share = shareToInvite(last, 1);
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThan(0.5);
    expect(predictedInTime(last, share)).toBeGreaterThanOrEqual(0.9);
    expect(predictedInTime(last, share + 0.05)).toBeLessThan(0.9);
  });

  it("keeps what it invites between 80 and 90 %, from either side", () => {
    const between: Demand = { ...calm, places: 3, free: 1, arrivals: hourly(14) };
    const predicted = predictedInTime(between, 1);
    expect(predicted).toBeGreaterThan(0.8);
    expect(predicted).toBeLessThan(0.9);
    expect(shareToInvite(between, 1)).toBe(1);
    const closed = shareToInvite(between, 0.3);
    expect(closed).toBeLessThan(1);
    expect(closed).toBeGreaterThanOrEqual(0.3);
  });

  it("never invites more than 80 % can be answered in time, and all whom 90 % can", () => {
    fc.assert(
      fc.property(anyDemand, fc.integer({ min: 0, max: 20 }), (demand, step) => {
        const before = step / 20;
        const share = shareToInvite(demand, before);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        if (share > 0) expect(predictedInTime(demand, share)).toBeGreaterThanOrEqual(0.8);
        if (demand.free > 0 && predictedInTime(demand, 1) >= 0.9) expect(share).toBe(1);
        // At rest: asked again, it says the same.
        expect(shareToInvite(demand, share)).toBe(share);
      }),
      { numRuns: 60 },
    );
  });

  it("does not grow when more wait", () => {
    fc.assert(
      fc.property(anyDemand, (demand) => {
        const share = shareToInvite(demand, 0);
        expect(shareToInvite({ ...demand, waiting: demand.waiting + 1 }, 0)).toBeLessThanOrEqual(share);
      }),
      { numRuns: 60 },
    );
  });
});
