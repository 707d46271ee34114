import type { jobs } from "@/e2e/bench/worker/jobs";

export type JobName = keyof typeof jobs;
type ModuleOf<N extends JobName> = Awaited<ReturnType<(typeof jobs)[N]>>;
export type Input<N extends JobName> = Parameters<ModuleOf<N>["run"]>[0];
export type Output<N extends JobName> = Awaited<ReturnType<ModuleOf<N>["run"]>>;

/** How hard a worker worked: if it was at its own limit, its figures say nothing about the server. */
export type WorkerUse = { cores: number; loopDelayP99Ms: number; loopDelayMaxMs: number };

export type ToWorker = { kind: "run"; job: JobName; input: unknown } | { kind: "answered" };

export type FromWorker =
  | { kind: "asks"; what: string }
  | { kind: "done"; output: unknown; use: WorkerUse }
  | { kind: "failed"; reason: string };
