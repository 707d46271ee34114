import { expect, it } from "vitest";
import { reportOf } from "@/e2e/bench/report";

it("keeps every figure with verdict, ratio, samples and facts, and what failed", () => {
  const machine = {
    cpu: "some",
    cores: 2,
    memoryGb: 8,
    node: "v20",
    postgres: "18",
    loadBefore: 0,
  };
  const samples = { count: 3, p50: 1, p95: 2, p99: 2, max: 2 };
  const report = reportOf({
    at: new Date("2026-03-10T09:00:00.000Z"),
    machine,
    measured: [
      { name: "floor.http", value: 2, unit: "ms", samples },
      {
        name: "ask_to_offer",
        value: 8,
        unit: "ms",
        target: { atMost: 6 },
        floor: { of: "floor.http", value: 2 },
        facts: { perSecond: 20 },
      },
    ],
    failed: [{ name: "memory", reason: "gone" }],
  });
  expect(JSON.parse(JSON.stringify(report))).toEqual({
    at: "2026-03-10T09:00:00.000Z",
    machine,
    figures: [
      { name: "floor.http", value: 2, unit: "ms", samples, verdict: null, ratio: null },
      {
        name: "ask_to_offer",
        value: 8,
        unit: "ms",
        target: { atMost: 6 },
        floor: { of: "floor.http", value: 2 },
        facts: { perSecond: 20 },
        verdict: "MISS",
        ratio: 4,
      },
    ],
    failed: [{ name: "memory", reason: "gone" }],
  });
});
