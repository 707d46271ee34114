import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import type { Figure } from "@/e2e/bench/figure";
import { summarise } from "@/e2e/bench/stats";
import { freePort, makeDataFolder, NOTHING_SET, removeData } from "@/e2e/support/server";

const STARTS = 3;
const LOOK_MS = 10;
const PATIENCE_MS = 60_000;

/** `npm start` with its embedded database until the first 200: on an empty folder, and again on what that left. */
export const startTime: Figure = {
  name: "start_time",
  limitSeconds: 240,
  async measure() {
    const dataDir = makeDataFolder();
    try {
      const first = await timeStart(dataDir);
      const again: number[] = [];
      while (again.length < STARTS) again.push(await timeStart(dataDir));
      const samples = summarise(again);
      const target = { atMost: 5 };
      return [
        { name: "start_time", value: samples.max / 1000, unit: "s", target, samples },
        { name: "start_time.first", value: first / 1000, unit: "s", target },
      ];
    } finally {
      removeData(dataDir);
    }
  },
};

/** Milliseconds from `npm start` to the first 200. The server is ended again. */
async function timeStart(dataDir: string): Promise<number> {
  const port = await freePort();
  const begun = performance.now();
  // A group of its own, so that whatever npm starts can be ended together.
  const child = spawn("npm", ["start"], {
    detached: true,
    stdio: "ignore",
    env: { ...process.env, ...NOTHING_SET, PORT: String(port), HOST: "127.0.0.1", DATA_DIR: dataDir },
  });
  const end = () => signalGroup(child.pid, "SIGTERM");
  process.once("exit", end);
  try {
    while (performance.now() - begun < PATIENCE_MS) {
      if (child.exitCode !== null) throw new Error("`npm start` ended before it answered.");
      if (await answers(port)) return performance.now() - begun;
      await pause(LOOK_MS);
    }
    throw new Error(`\`npm start\` did not answer within ${PATIENCE_MS / 1000} s.`);
  } finally {
    end();
    // npm is gone at once; the server under it still has a database to end.
    const until = performance.now() + PATIENCE_MS;
    while (signalGroup(child.pid, 0) && performance.now() < until) await pause(LOOK_MS);
    process.off("exit", end);
  }
}

/** Whether anybody of a group of processes was there to hear the signal. */
function signalGroup(pid: number | undefined, signal: NodeJS.Signals | 0): boolean {
  if (!pid) return false;
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}

async function answers(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(2_000) }).then(
    (response) => response.status === 200,
    () => false,
  );
}
