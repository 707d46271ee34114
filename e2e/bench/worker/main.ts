/** A worker's process: does the jobs that its parent names, one after the other, and ends with its parent. */
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Ask } from "@/e2e/bench/worker/ask";
import { jobs } from "@/e2e/bench/worker/jobs";
import type { FromWorker, JobName, ToWorker, WorkerUse } from "@/e2e/bench/worker/protocol";

const NANOSECONDS_PER_MS = 1e6;
/** How often the event loop is looked at; a look comes this late anyway. */
const LOOK_MS = 5;

let answered: () => void = () => undefined;

function tell(message: FromWorker): void {
  process.send?.(message);
}

const ask: Ask = (what) =>
  new Promise((resolve) => {
    answered = resolve;
    tell({ kind: "asks", what });
  });

function watchUse(): () => WorkerUse {
  const loop = monitorEventLoopDelay({ resolution: LOOK_MS });
  const cpu = process.cpuUsage();
  const begun = performance.now();
  loop.enable();
  return () => {
    loop.disable();
    const { user, system } = process.cpuUsage(cpu);
    const ms = (nanoseconds: number) => Math.max(0, Math.round(nanoseconds / NANOSECONDS_PER_MS) - LOOK_MS);
    return {
      cores: Number(((user + system) / 1000 / (performance.now() - begun)).toFixed(2)),
      loopDelayP99Ms: ms(loop.percentile(99)),
      loopDelayMaxMs: ms(loop.max),
    };
  };
}

async function work(job: JobName, input: unknown): Promise<void> {
  try {
    const { run } = await jobs[job]();
    const use = watchUse();
    const output = await (run as (input: unknown, ask: Ask) => Promise<unknown>)(input, ask);
    tell({ kind: "done", output, use: use() });
  } catch (error) {
    tell({ kind: "failed", reason: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

process.on("message", (message: ToWorker) => {
  if (message.kind === "answered") answered();
  else void work(message.job, message.input);
});
process.on("disconnect", () => process.exit(0));
// Ctrl-C reaches every process of the terminal; the parent ends us when it is done.
process.on("SIGINT", () => undefined);
