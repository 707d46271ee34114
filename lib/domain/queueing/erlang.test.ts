import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { erlangA, erlangB, erlangC } from "./erlang";

describe("erlangB", () => {
  it("is the textbook's sum", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 30, noNaN: true }), fc.integer({ min: 1, max: 20 }), (a, n) => {
        let term = 1;
        let sum = 1;
        for (let k = 1; k <= n; k++) {
          term *= a / k;
          sum += term;
        }
        expect(erlangB(a, n)).toBeCloseTo(term / sum, 12);
      }),
    );
  });
});

describe("erlangC", () => {
  it.each([
    [10, 12, 0.449388, 0.224694],
    [10, 14, 0.174132, 0.043533],
    [48, 50, 0.694456, 0.347228],
    [90, 100, 0.21694, 0.021694],
  ])("of %d offered to %d servers", (offered, servers, waits, meanWait) => {
    const found = erlangC(offered, servers);
    expect(found.waits).toBeCloseTo(waits, 6);
    expect(found.meanWait).toBeCloseTo(meanWait, 6);
  });

  it("has no end of waiting when the load reaches the servers", () => {
    expect(erlangC(5, 5)).toEqual({ waits: 1, meanWait: Number.POSITIVE_INFINITY });
  });
});

describe("erlangA", () => {
  it.each([
    [10, 1, 0.5, 10, 0.619655, 0.103913, 0.207826],
    [48, 1, 0.5, 50, 0.467774, 0.030912, 0.061824],
  ])("of %d an hour, %d served, %d leaving, %d servers", (arrivals, service, patience, servers, ...exact) => {
    const found = erlangA({ arrivals, service, patience, servers });
    expect(found.waits).toBeCloseTo(exact[0] ?? Number.NaN, 6);
    expect(found.givesUp).toBeCloseTo(exact[1] ?? Number.NaN, 6);
    expect(found.meanWait).toBeCloseTo(exact[2] ?? Number.NaN, 6);
  });

  it("comes close to Erlang C when nobody loses patience", () => {
    const found = erlangA({ arrivals: 10, service: 1, patience: 1e-7, servers: 12 });
    expect(found.waits).toBeCloseTo(erlangC(10, 12).waits, 5);
    expect(found.meanWait).toBeCloseTo(erlangC(10, 12).meanWait, 5);
  });

  it("depends on the unit of time for its times alone", () => {
    const hours = erlangA({ arrivals: 10, service: 1, patience: 0.5, servers: 10 });
    const minutes = erlangA({ arrivals: 10 / 60, service: 1 / 60, patience: 0.5 / 60, servers: 10 });
    expect(minutes.waits).toBeCloseTo(hours.waits, 12);
    expect(minutes.meanWait).toBeCloseTo(hours.meanWait * 60, 9);
  });
});
