import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { percentile, summarise } from "@/e2e/bench/stats";

describe("percentiles", () => {
  it("are samples by nearest rank, in whatever order they came", () => {
    const samples = Array.from({ length: 200 }, (_, n) => 200 - n);
    expect(summarise(samples)).toEqual({ count: 200, p50: 100, p95: 190, p99: 198, max: 200 });
    expect(summarise([7])).toEqual({ count: 1, p50: 7, p95: 7, p99: 7, max: 7 });
    expect(summarise([1, 10])).toMatchObject({ p50: 1, p95: 10 });
  });

  it("are exceeded by no more than their share of the samples", () => {
    const some = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 });
    fc.assert(
      fc.property(some, fc.double({ min: 0, max: 1, noNaN: true }), (samples, share) => {
        const sorted = [...samples].sort((a, b) => a - b);
        const found = percentile(sorted, share);
        expect(samples).toContain(found);
        const above = samples.filter((sample) => sample > found).length;
        expect(above).toBeLessThanOrEqual(samples.length - Math.ceil(share * samples.length));
      }),
    );
  });

  it("do not exist without samples", () => {
    expect(() => summarise([])).toThrow("no samples");
  });
});
