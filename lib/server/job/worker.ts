import { setTimeout as pause } from "node:timers/promises";
import { Logger, type Runner, run } from "graphile-worker";
import pg from "pg";
import { env } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { crontab, tasks } from "./tasks";

/** By this name the database knows a living job worker; `checkHealth` looks for it. */
export const workerApplication = "entraide jobs";

const concurrency = 3;
/** How often it looks for what has become due; what is due at once is announced to it. */
const pollMs = 1_000;
const restartMs = 2_000;

// Messages of failed jobs may quote addresses: ids and codes are logged below instead.
const logger = new Logger(() => () => undefined);

type Running = { runner: Runner; pool: pg.Pool };

/** Starts one runner, on connections of its own so that mails never wait for requests, nor requests for mails. */
async function begin(): Promise<Running> {
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    application_name: workerApplication,
    max: concurrency + 2,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  pool.on("error", () => undefined);
  try {
    const runner = await run({
      pgPool: pool,
      taskList: tasks,
      crontab,
      concurrency,
      pollInterval: pollMs,
      noHandleSignals: true,
      logger,
    });
    runner.events.on("job:failed", ({ job, error }) => {
      const { name, code } = error as { name?: string; code?: string };
      log.warn({ jobId: job.id, task: job.task_identifier, error: code ?? name }, "a job failed for good");
    });
    return { runner, pool };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

/**
 * Works through the job queue until stopped: mails, and what runs by the clock. Brings the queue's own tables up to date
 * first. A runner that gives up, because the database was gone for long, is started again.
 *
 * Rejects when the first start fails. `stop` lets running jobs finish.
 */
export async function startJobs(): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController();
  const { signal } = stopping;
  let current: Running | null = await begin();

  const running = (async () => {
    while (!signal.aborted) {
      if (current) {
        const { runner, pool } = current;
        await runner.promise.catch(() => undefined);
        current = null;
        await pool.end().catch(() => undefined);
      }
      if (signal.aborted) break;
      log.warn({}, "the job worker ended; starting it again");
      await pause(restartMs, undefined, { signal }).catch(() => undefined);
      if (!signal.aborted) current = await begin().catch(() => null);
    }
  })();

  return {
    async stop() {
      stopping.abort();
      // It may have ended by itself a moment ago.
      await current?.runner.stop().catch(() => undefined);
      await running;
    },
  };
}
