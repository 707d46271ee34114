import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultSettings } from "@/lib/domain/brand/settings";
import {
  type Demand,
  demandRate,
  type InviteRule,
  predictedInTime as predicted,
  shareToInvite as share,
} from "./demand";

const shareToInvite = (demand: Demand, before: number, rule: InviteRule = defaultSettings) =>
  share(demand, before, rule);
const predictedInTime = (demand: Demand, part: number) =>
  predicted(demand, part, defaultSettings.inviteAheadSeconds);

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
    const part = shareToInvite(last, 1);
    expect(part).toBeGreaterThan(0);
    expect(part).toBeLessThan(0.5);
    expect(predictedInTime(last, part)).toBeGreaterThanOrEqual(0.9);
    expect(predictedInTime(last, part + 0.05)).toBeLessThan(0.9);
  });

  it("keeps what it invites between 80 and 90 %, from either side", () => {
    const between: Demand = { ...calm, places: 3, free: 1, arrivals: hourly(14) };
    const inTime = predictedInTime(between, 1);
    expect(inTime).toBeGreaterThan(0.8);
    expect(inTime).toBeLessThan(0.9);
    expect(shareToInvite(between, 1)).toBe(1);
    const closed = shareToInvite(between, 0.3);
    expect(closed).toBeLessThan(1);
    expect(closed).toBeGreaterThanOrEqual(0.3);
  });

  it("never invites more than 80 % can be answered in time, and all whom 90 % can", () => {
    fc.assert(
      fc.property(anyDemand, fc.integer({ min: 0, max: 20 }), (demand, step) => {
        const before = step / 20;
        const part = shareToInvite(demand, before);
        expect(part).toBeGreaterThanOrEqual(0);
        expect(part).toBeLessThanOrEqual(1);
        if (part > 0) expect(predictedInTime(demand, part)).toBeGreaterThanOrEqual(0.8);
        if (demand.free > 0 && predictedInTime(demand, 1) >= 0.9) expect(part).toBe(1);
        // At rest: asked again, it says the same.
        expect(shareToInvite(demand, part)).toBe(part);
      }),
      { numRuns: 60 },
    );
  });

  it("follows what the brand asks of it", () => {
    const few: Demand = { ...calm, places: 3, free: 1, arrivals: hourly(60) };
    const asked = (rule: Partial<InviteRule>, before = 0) =>
      shareToInvite(few, before, { ...defaultSettings, ...rule });
    const usual = asked({});
    expect(asked({ inviteReopenAt: 0.7 })).toBeGreaterThan(usual);
    expect(asked({ inviteReopenAt: 0.97 })).toBeLessThan(usual);
    // Further ahead, more will have come before.
    expect(asked({ inviteAheadSeconds: 240 })).toBeLessThan(usual);
    const wide = asked({ inviteReopenAt: 0.85 });
    expect(asked({ inviteCloseUnder: 0.8 }, wide)).toBe(wide);
    expect(asked({ inviteCloseUnder: 0.9 }, wide)).toBe(usual);
  });

  it("does not grow when more wait", () => {
    fc.assert(
      fc.property(anyDemand, (demand) => {
        const part = shareToInvite(demand, 0);
        expect(shareToInvite({ ...demand, waiting: demand.waiting + 1 }, 0)).toBeLessThanOrEqual(part);
      }),
      { numRuns: 60 },
    );
  });
});
