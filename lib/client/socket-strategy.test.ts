import fc from "fast-check";
import { expect, it } from "vitest";
import { pauseMs } from "./socket-strategy";

const chance = fc.double({ min: 0, max: 1, noNaN: true });

it("tries again after no more than five eighths of the outage so far, or about a second", () => {
  fc.assert(
    fc.property(fc.nat(120_000), chance, (failingMs, luck) => {
      const pause = pauseMs(failingMs, () => luck);
      expect(pause).toBeLessThanOrEqual(Math.max(1_250, failingMs * 0.625));
      expect(pause).toBeLessThanOrEqual(37_500);
      expect(pause).toBeGreaterThanOrEqual(750);
    }),
  );
});

it("spreads browsers that were cut at one moment", () => {
  const pauses = new Set(Array.from({ length: 20 }, () => pauseMs(5_000)));
  expect(pauses.size).toBeGreaterThan(1);
});
