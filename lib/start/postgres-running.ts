import { execFile } from "node:child_process";
import { readFile, realpath, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { commandLine, isAlive } from "@/lib/start/process-info";

const run = promisify(execFile);

/** What a running server wrote into its `postmaster.pid`. */
export type Postmaster = { pid: number; port: number; ready: boolean };

/**
 * Reads `<directory>/postmaster.pid`. The file's lines are: pid, data directory, start time, port, socket
 * folder, listen address, shared memory, status (PostgreSQL's miscadmin.h).
 */
export async function readPostmaster(directory: string): Promise<Postmaster | undefined> {
  const text = await readFile(path.join(directory, "postmaster.pid"), "utf8").catch(() => "");
  const lines = text.split("\n").map((line) => line.trim());
  const pid = Math.abs(Number(lines[0]));
  if (!pid) return undefined;
  return { pid, port: Number(lines[3]) || 0, ready: lines[7] === "ready" };
}

/**
 * Finds the server that still runs on this data directory, for example because its parent was killed.
 * After a reboot the recorded pid may belong to any program: we look at its command line before believing it.
 */
export async function findRunning(directory: string): Promise<Postmaster | undefined> {
  const found = await readPostmaster(directory);
  if (!found || !isAlive(found.pid)) return undefined;
  return (await isOurs(found.pid, directory)) ? found : undefined;
}

/**
 * Removes a `postmaster.pid` whose pid now belongs to another program: PostgreSQL would take that program for
 * a server on the same data, and refuse to start.
 */
export async function forgetStranger(directory: string): Promise<void> {
  const found = await readPostmaster(directory);
  if (!found || !isAlive(found.pid)) return;
  const command = await commandLine(found.pid);
  if (command && !command.includes("postgres")) await rm(path.join(directory, "postmaster.pid"));
}

async function isOurs(pid: number, directory: string): Promise<boolean> {
  const command = await commandLine(pid);
  if (command === undefined) return false;
  const places = [path.resolve(directory), await realpath(directory).catch(() => directory)];
  return command.includes("postgres") && places.some((place) => command.includes(place));
}

/**
 * Stops a server: politely (SIGINT, "fast shutdown": open transactions roll back), and after `patienceMs`
 * at once (SIGQUIT; the next start recovers from the log). Resolves when the process is gone.
 */
export async function stopPostmaster(
  pid: number,
  { directory, pgCtl, patienceMs = 8_000 }: { directory: string; pgCtl: string; patienceMs?: number },
): Promise<void> {
  if (process.platform === "win32") {
    // Windows has no signals to send; pg_ctl speaks PostgreSQL's own.
    await run(pgCtl, ["stop", "-D", directory, "-m", "fast", "-w"]).catch(() => undefined);
    return;
  }
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await gone(pid, patienceMs)) return;
  }
  process.kill(pid, "SIGKILL");
  await gone(pid, patienceMs);
  await rm(path.join(directory, "postmaster.pid"), { force: true });
}

async function gone(pid: number, patienceMs: number): Promise<boolean> {
  const until = Date.now() + patienceMs;
  while (Date.now() < until) {
    if (!isAlive(pid)) return true;
    await pause(15);
  }
  return !isAlive(pid);
}
