import fc from "fast-check";
import { expect, it } from "vitest";
import { RateLimit } from "./rate-limit";

it("lets ten through, then waits a second after the first", () => {
  const limit = new RateLimit(10);
  const first = Array.from({ length: 11 }, (_, index) => limit.take(index));
  expect(first.filter(Boolean)).toHaveLength(10);
  expect([limit.take(999), limit.take(1000), limit.take(1000), limit.take(1001)]).toEqual([
    false,
    true,
    false,
    true,
  ]);
});

it("never lets more than its limit through in any second", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(300), { maxLength: 60 }), (gaps) => {
      const limit = new RateLimit(3);
      let now = 0;
      const taken: number[] = [];
      for (const gap of gaps) {
        now += gap;
        if (limit.take(now)) taken.push(now);
      }
      for (const start of taken) {
        expect(taken.filter((time) => time >= start && time < start + 1000).length).toBeLessThanOrEqual(3);
      }
    }),
  );
});
