import { expect, it } from "vitest";
import { pace } from "@/e2e/bench/worker/pace";

it("sends as many as the rate says, in order, none before its time", async () => {
  const begun = performance.now();
  const sent: { n: number; afterMs: number }[] = [];
  const late = await pace({ perSecond: 400, seconds: 0.1 }, (n) => {
    sent.push({ n, afterMs: performance.now() - begun });
  });
  expect(sent.map(({ n }) => n)).toEqual(Array.from({ length: 40 }, (_, n) => n));
  expect(late).toHaveLength(40);
  for (const { n, afterMs } of sent) expect(afterMs).toBeGreaterThanOrEqual((n * 1000) / 400);
});
