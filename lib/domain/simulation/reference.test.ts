import { describe, expect, it } from "vitest";
import { referencePoints, runReference } from "./reference";

describe("the reference points, in a moderate run", () => {
  // The largest ones take the longest, and show nothing that the others do not; `npm run simulate` runs them all.
  const quick = referencePoints.filter(({ model }) => model.servers.length <= 12);

  it.each(quick.map((point) => [point.name, point] as const))("%s", (_, point) => {
    const waits: number[] = [];
    const results = runReference(point, { seed: 11, part: 0.3, onWait: (wait) => waits.push(wait) });
    expect(results.length).toBeGreaterThan(0);
    for (const { exact, found } of results) {
      // Three and a half standard errors, and the exact figure of the N-model has three digits.
      expect(Math.abs(found.mean - exact)).toBeLessThan(1.8 * found.margin + 0.0005);
      expect(found.margin).toBeLessThan(0.1 * exact);
    }
    expect(waits.length).toBeGreaterThan(point.arrivals * 0.3 * 0.8);
  });

  it("come out the same for the same seed, and otherwise for another", () => {
    const [point] = referencePoints;
    if (!point) throw new Error("no reference point");
    const once = runReference(point, { seed: 3, part: 0.05 });
    expect(runReference(point, { seed: 3, part: 0.05 })).toEqual(once);
    expect(runReference(point, { seed: 4, part: 0.05 })).not.toEqual(once);
  });
});
