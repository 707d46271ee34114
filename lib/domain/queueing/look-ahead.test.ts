import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { erlangC } from "./erlang";
import { chanceWithin, type QueueNow } from "./look-ahead";

const anyQueue = fc
  .record({
    servers: fc.integer({ min: 1, max: 30 }),
    load: fc.double({ min: 0, max: 2, noNaN: true }),
    meanService: fc.double({ min: 30, max: 900, noNaN: true }),
    inSystem: fc.integer({ min: 0, max: 40 }),
  })
  .map(({ load, ...rest }): QueueNow => ({ ...rest, arrivalRate: (load * rest.servers) / rest.meanService }));

describe("chanceWithin", () => {
  it("comes to Erlang C's share of short waits for a look far ahead", () => {
    for (const { offered, servers } of [
      { offered: 3, servers: 5 },
      { offered: 10, servers: 14 },
      { offered: 10, servers: 12 },
      { offered: 0.5, servers: 1 },
    ]) {
      const queue = { arrivalRate: offered, meanService: 1, servers, inSystem: servers };
      for (const budget of [0, 0.1, 0.5]) {
        const known = 1 - erlangC(offered, servers).waits * Math.exp(-(servers - offered) * budget);
        expect(chanceWithin(queue, 100, budget)).toBeCloseTo(known, 3);
      }
    }
  });

  it("is the plain chance where nobody leaves in time: a free place is had unless another takes it before", () => {
    // One free place of one, a question a minute expected, a minute ahead, a service that hardly ever ends.
    const queue = { arrivalRate: 1 / 60, meanService: 1e9, servers: 1, inSystem: 0 };
    expect(chanceWithin(queue, 60, 20)).toBeCloseTo(Math.exp(-1), 6);
    expect(chanceWithin({ ...queue, inSystem: 1 }, 60, 20)).toBeCloseTo(0, 6);
  });

  it("is the chance of one departure for who comes now and finds all places taken", () => {
    const queue = { arrivalRate: 0, meanService: 300, servers: 10, inSystem: 10 };
    expect(chanceWithin(queue, 0, 15)).toBeCloseTo(1 - Math.exp(-0.5), 6);
    expect(chanceWithin({ ...queue, inSystem: 9 }, 0, 15)).toBe(1);
  });

  it("is none without servers", () => {
    expect(chanceWithin({ arrivalRate: 1, meanService: 1, servers: 0, inSystem: 0 }, 1, 1)).toBe(0);
  });

  it("falls with more who come and more who are there, and lies between 0 and 1", () => {
    fc.assert(
      fc.property(anyQueue, fc.double({ min: 1, max: 3, noNaN: true }), (queue, more) => {
        const chance = chanceWithin(queue, 60, 20);
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
        expect(chanceWithin({ ...queue, arrivalRate: queue.arrivalRate * more }, 60, 20)).toBeLessThanOrEqual(
          chance + 1e-6,
        );
        expect(chanceWithin({ ...queue, inSystem: queue.inSystem + 1 }, 60, 20)).toBeLessThanOrEqual(
          chance + 1e-6,
        );
        expect(chanceWithin(queue, 60, 40)).toBeGreaterThanOrEqual(chance - 1e-6);
      }),
      { numRuns: 60 },
    );
  });
});
