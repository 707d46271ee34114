import type { Machine } from "@/e2e/bench/machine";
import type { Measured } from "@/e2e/bench/measured";
import type { Summary } from "@/e2e/bench/stats";
import { ratioOf, type Verdict, verdictOf } from "@/e2e/bench/verdict";

export type ReportedFigure = Measured & {
  verdict: Verdict | null;
  ratio: number | null;
  samples?: Summary;
};

/** What `.data/bench.json` holds. */
export type Report = {
  at: string;
  machine: Machine;
  figures: ReportedFigure[];
  /** Figures that could not be measured, and why. */
  failed: { name: string; reason: string }[];
};

/** The whole run as it is stored. */
export function reportOf(run: {
  at: Date;
  machine: Machine;
  measured: readonly Measured[];
  failed: readonly { name: string; reason: string }[];
}): Report {
  return {
    at: run.at.toISOString(),
    machine: run.machine,
    figures: run.measured.map((each) => ({ ...each, verdict: verdictOf(each), ratio: ratioOf(each) })),
    failed: [...run.failed],
  };
}
