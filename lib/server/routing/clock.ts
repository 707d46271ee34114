import pg from "pg";
import { now } from "@/lib/server/clock";
import { listen } from "@/lib/server/database";
import { env } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { nearestTimer } from "./nearest-timer";
import { nextWake, runDue } from "./run-due";
import { clockChannel } from "./wake-clock";
import { watchQueue } from "./watch-queue";

/** The safety net: whatever is due is looked at this often, even if a timer or a notification was lost. */
const sweepMs = 1_000;

/** How often routing's own promises are looked at from outside. */
const watchMs = 5_000;

/** After a longer silence of the clock itself, people get the time to be heard again. */
const outageMs = 10_000;

/** Held, shared, by every running clock for as long as it lives: how anybody can see that one does. */
export const clockLock = 7_316_204;

/**
 * Runs the routing clock of this process: a timer on the nearest due moment, notifications from other processes, and a
 * sweep every second. Any number of clocks may run; each due thing is done once.
 */
export async function startClock(): Promise<{ stop(): Promise<void> }> {
  let isStopped = false;
  let isRunning = false;
  let running: Promise<void> = Promise.resolve();
  let isWanted = false;
  const timer = nearestTimer(look);
  let steadySince = now();
  let lastRun = steadySince;
  let lastWatch = steadySince;

  /** One run at a time; a wish that comes during a run is granted right after it. */
  function look(): void {
    if (isStopped) return;
    if (isRunning) {
      isWanted = true;
      return;
    }
    isRunning = true;
    running = run()
      .then(schedule)
      // Told to stop, it may lose its connection in the middle: what is due stays due.
      .catch((error: unknown) => {
        if (!isStopped) log.error({ error }, "the routing clock missed a beat");
      })
      .finally(() => {
        isRunning = false;
        if (isWanted) {
          isWanted = false;
          look();
        }
      });
  }

  async function run(): Promise<void> {
    const at = now();
    // A clock that was set, forwards or back, has kept us from hearing people as an outage has.
    if (Math.abs(at.getTime() - lastRun.getTime()) > outageMs) steadySince = at;
    await runDue({ now: at, steadySince });
    lastRun = at;
    if (Math.abs(at.getTime() - lastWatch.getTime()) < watchMs) return;
    lastWatch = at;
    await watchQueue({ now: at });
  }

  async function schedule(): Promise<void> {
    const at = await nextWake();
    // What was due already and still is has failed: it is for the next sweep, or one bad row would keep a core busy.
    if (at && at > lastRun) lookAt(at);
  }

  function lookAt(at: Date): void {
    if (isStopped) return;
    const delay = Math.max(0, at.getTime() - now().getTime());
    // What lies further ahead than the next sweep is found by it.
    if (delay <= sweepMs) timer.within(delay);
  }

  const holder = await holdLock();
  const listener = await listen(
    clockChannel,
    (payload) => lookAt(new Date(payload)),
    () => look(),
  );
  const sweep = setInterval(look, sweepMs);
  return {
    async stop() {
      isStopped = true;
      clearInterval(sweep);
      timer.stop();
      await listener.stop();
      await running;
      await holder.stop();
    },
  };
}

/** Takes the shared lock on a connection of its own and takes it again whenever that connection is lost. */
async function holdLock(): Promise<{ stop(): Promise<void> }> {
  let isStopped = false;
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;

  async function hold(): Promise<void> {
    if (isStopped) return;
    client = new pg.Client({
      connectionString: env().DATABASE_URL,
      application_name: "entraide clock",
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    let isOver = false;
    const again = () => {
      if (isOver || isStopped) return;
      isOver = true;
      retry = setTimeout(() => void hold(), sweepMs);
    };
    client.on("error", again);
    client.on("end", again);
    try {
      await client.connect();
      await client.query("SELECT pg_advisory_lock_shared($1)", [clockLock]);
    } catch {
      again();
    }
  }

  await hold();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(retry);
      await client?.end().catch(() => undefined);
    },
  };
}
