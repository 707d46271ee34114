import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { FromWorker, Input, JobName, Output, ToWorker, WorkerUse } from "@/e2e/bench/worker/protocol";

const MAIN = fileURLToPath(new URL("./main.ts", import.meta.url));

/** What a job found, and how hard its process worked. */
export type Done<N extends JobName> = { output: Output<N>; use: WorkerUse };

export type Worker = {
  /**
   * Does one job. `answer` does what the job asks for while it runs. Throws an `Error` with the job's own words, and
   * when the process ends before the job does.
   */
  run<N extends JobName>(job: N, input: Input<N>, answer?: (what: string) => Promise<void>): Promise<Done<N>>;
  hasEnded(): boolean;
  stop(): Promise<void>;
};

/** A process of its own for load or for the engine, with these variables over our own. */
export function startWorker(variables: Readonly<Record<string, string>> = {}): Worker {
  const child = fork(MAIN, {
    execArgv: ["--import", "tsx"],
    // Lines of figures are all that our own output holds.
    stdio: ["ignore", 2, 2, "ipc"],
    env: { ...process.env, ...variables },
  });
  const ended = once(child, "exit");
  const say = (message: ToWorker) => child.send(message);
  return {
    run<N extends JobName>(job: N, input: Input<N>, answer = async (_what: string) => {}) {
      return new Promise<Done<N>>((resolve, reject) => {
        const settle = (finish: () => void) => {
          child.off("message", hear);
          child.off("exit", onExit);
          finish();
        };
        const onExit = () => settle(() => reject(new Error(`The worker ended during "${job}".`)));
        const hear = (message: FromWorker) => {
          if (message.kind === "asks") {
            answer(message.what).then(
              () => say({ kind: "answered" }),
              (error: unknown) => settle(() => reject(error)),
            );
          } else if (message.kind === "failed") settle(() => reject(new Error(message.reason)));
          else settle(() => resolve({ output: message.output as Output<N>, use: message.use }));
        };
        child.on("message", hear);
        child.on("exit", onExit);
        say({ kind: "run", job, input });
      });
    },
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    async stop() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** More than this of a core, and a process that has one thread has nothing left. */
const FULL_CORES = 0.85;
/** Later than this, and a good part of what it measures is its own delay. */
const LATE_MS = 25;

/** A sentence for a figure whose generator was the limit, or had no core to work on; none otherwise. */
export function bottleneckRemarks({ cores, loopDelayP99Ms }: WorkerUse): string[] {
  const late = `its event loop came ${loopDelayP99Ms} ms late at p99`;
  if (cores > FULL_CORES) {
    return [`The load generator was the bottleneck: it used ${cores} of a core, and ${late}.`];
  }
  if (loopDelayP99Ms <= LATE_MS) return [];
  return [`The machine had no core free for the load generator: ${late}. This is too slow a figure.`];
}
