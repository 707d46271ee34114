import { z } from "zod";
import { pool } from "@/lib/server/database";
import { isDraining } from "@/lib/server/draining";
import { pusher } from "@/lib/server/event/publish";
import { clockLock } from "@/lib/server/routing/clock";
import packageJson from "@/package.json" with { type: "json" };

type Part = "ok" | "down";

/** Whoever asks wants to know now; a part that is slower than this does not work for anybody. */
const patienceMs = 2_000;

/** Rejects when `work` takes longer than a health check may; the work itself goes on unheard. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("too slow")), patienceMs);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

async function partOf(works: () => Promise<boolean>): Promise<Part> {
  try {
    return (await inTime(works())) ? "ok" : "down";
  } catch {
    return "down";
  }
}

const Held = z.tuple([z.object({ held: z.boolean() })]);

/** A one-number advisory lock is listed with its high half in classid, its low half in objid, and objsubid 1. */
async function clockRuns(): Promise<boolean> {
  const { rows } = await pool().query(
    `SELECT EXISTS (
       SELECT 1 FROM pg_locks
       WHERE locktype = 'advisory' AND classid = 0 AND objid = $1 AND objsubid = 1
         AND mode = 'ShareLock' AND granted
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) AS held`,
    [clockLock],
  );
  return Held.parse(rows)[0].held;
}

/** An authenticated question with a small answer: no channel of ours begins like this. */
async function realtimeAnswers(): Promise<boolean> {
  const response = await pusher().get({ path: "/channels", params: { filter_by_prefix: "health-" } });
  // Read to the end, so that the connection can be used again.
  await response.text();
  return response.ok;
}

export type Status = Part | "draining";

/**
 * Whether each part of the installation works: the database answers, the realtime server knows us, a routing clock is
 * alive in some process. `status` is ok when all are, and draining while this
 * process ends. Never throws; takes two seconds at most.
 */
export async function checkHealth(_: { now: Date }): Promise<{
  status: Status;
  database: Part;
  realtime: Part;
  worker: Part;
  version: string;
}> {
  const [database, realtime, worker] = await Promise.all([
    partOf(async () => (await pool().query("SELECT 1")).rowCount === 1),
    partOf(realtimeAnswers),
    partOf(clockRuns),
  ]);
  const isFine = [database, realtime, worker].every((part) => part === "ok");
  const status = isDraining() ? "draining" : isFine ? "ok" : "down";
  return { status, database, realtime, worker, version: packageJson.version };
}
