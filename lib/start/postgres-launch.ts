import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { readFile, stat, truncate } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "@/lib/start/port";
import type { Account } from "@/lib/start/postgres-account";
import type { PostgresBinaries } from "@/lib/start/postgres-binaries";
import { readPostmaster } from "@/lib/start/postgres-running";

const START_MS = 60_000;
const LOG_LIMIT_BYTES = 5_000_000;

/**
 * Starts the server of a finished cluster on a free port of 127.0.0.1, and resolves when it takes connections.
 * Its log is `<directory>.log`. Throws an `Error` that quotes the log's last FATAL.
 */
export async function launchServer(
  { postgres }: PostgresBinaries,
  directory: string,
  account: Account | undefined,
  throwaway: boolean,
): Promise<{ pid: number; port: number }> {
  const logFile = `${directory}.log`;
  const size = await stat(logFile).then(
    (info) => info.size,
    () => 0,
  );
  if (size > LOG_LIMIT_BYTES) await truncate(logFile);
  for (let attempt = 1; ; attempt += 1) {
    const from = await stat(logFile).then(
      (info) => info.size,
      () => 0,
    );
    const port = await freePort();
    const child = spawnServer(postgres, directory, port, { account, throwaway, logFile });
    const endAtOnce = () => child.kill("SIGINT");
    process.once("exit", endAtOnce);
    const ready = await becameReady(child, directory);
    process.off("exit", endAtOnce);
    if (ready && child.pid) {
      child.unref();
      return { pid: child.pid, port };
    }
    const log = (await readFile(logFile, "utf8").catch(() => "")).slice(from);
    // Between our look and the server's, another program may have taken the port.
    if (attempt < 3 && /could not bind|Address already in use/.test(log)) continue;
    throw new Error(`PostgreSQL did not start: ${lastFatal(log) ?? "no reason given"} (log: ${logFile})`);
  }
}

function spawnServer(
  postgres: string,
  directory: string,
  port: number,
  { account, throwaway, logFile }: { account: Account | undefined; throwaway: boolean; logFile: string },
): ChildProcess {
  const settings: Record<string, string | number> = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    port,
    timezone: "UTC",
    log_timezone: "UTC",
    max_connections: 100,
    ...(throwaway ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off" } : {}),
  };
  const flags = Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`]);
  const log = openSync(logFile, "a", 0o600);
  try {
    return spawn(postgres, ["-D", directory, ...flags], {
      ...account,
      detached: true,
      windowsHide: true,
      stdio: ["ignore", log, log],
      env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
    });
  } finally {
    closeSync(log);
  }
}

async function becameReady(child: ChildProcess, directory: string): Promise<boolean> {
  let ended = false;
  child.once("error", () => {
    ended = true;
  });
  child.once("exit", () => {
    ended = true;
  });
  const until = Date.now() + START_MS;
  while (!ended && Date.now() < until) {
    const found = await readPostmaster(directory);
    if (found?.ready && found.pid === child.pid) return true;
    await pause(15);
  }
  if (!ended) child.kill("SIGQUIT");
  return false;
}

/** The last FATAL or PANIC sentence of a PostgreSQL log, without its time stamp. */
export function lastFatal(log: string): string | undefined {
  return [...log.matchAll(/(?:FATAL|PANIC):\s+(.+)/g)].at(-1)?.[1]?.trim();
}
