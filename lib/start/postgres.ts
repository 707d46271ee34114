import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { chmod, chown, mkdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { type Account, placeForData, postgresAccount, reachableBinaries } from "@/lib/start/postgres-account";
import { findPostgresBinaries, type PostgresBinaries } from "@/lib/start/postgres-binaries";
import {
  findRunning,
  forgetStranger,
  isAlive,
  readPostmaster,
  stopPostmaster,
} from "@/lib/start/postgres-running";

const USER = "entraide";
const DATABASE = "entraide";
const START_MS = 60_000;
const LOG_LIMIT_BYTES = 5_000_000;
/** Where root's data goes when the project lies under a folder closed to others. */
const SHELTER = "/var/lib/entraide";

export type PostgresOptions = {
  /** The data directory wanted, `<DATA_DIR>/postgres`. */
  directory: string;
  /** The superuser's password; the same at every start. */
  password: string;
  /** Hears in one sentence about anything unexpected, such as another place for the data. */
  log?: (line: string) => void;
  /** For tests: the data may be lost when the machine crashes, which makes every commit cheaper. */
  throwaway?: boolean;
  /** Replaces the place for data that the server's account cannot reach otherwise. */
  shelter?: string;
};

export type RunningPostgres = {
  /** The address of the database, password included. */
  url: string;
  /** Where the data really lies. */
  directory: string;
  pid: number;
  /** A server was running there already (its parent died, or lives elsewhere), and is used as it is. */
  adopted: boolean;
  stop(): Promise<void>;
  /** Tells the server to end at once, without waiting: for a process that is about to exit. */
  kill(): void;
};

/**
 * Starts the embedded PostgreSQL on a free port of 127.0.0.1, creating the cluster at the first start.
 * The process is in a session of its own: Ctrl-C in the terminal reaches only us, and we stop the database
 * last. Throws an `Error` that quotes the last FATAL line of the server's log.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const shelter = options.shelter ?? SHELTER;
  const account = await postgresAccount();
  const binaries = await reachableBinaries(await findPostgresBinaries(), account, shelter);
  const { directory, closed } = await placeForData(options.directory, account, shelter);
  if (closed) {
    options.log?.(
      `PostgreSQL's account cannot enter ${closed}, so the database lies in ${directory} instead of ${options.directory}.`,
    );
  }
  const adopted = await adopt(directory, options.password);
  if (adopted) return running({ ...adopted, directory, binaries, password: options.password, adopted: true });
  const left = await findRunning(directory);
  if (left) {
    options.log?.("A PostgreSQL server left from an earlier run did not answer; stopping it first.");
    await stopPostmaster(left.pid, { directory, pgCtl: binaries.pgCtl });
  }
  await forgetStranger(directory);
  await prepare(directory, account);
  if (!(await exists(path.join(directory, "PG_VERSION")))) {
    await initialise(binaries, directory, options.password, account);
  }
  const { pid, port } = await launch(binaries, directory, account, options.throwaway ?? false);
  const server = running({ pid, port, directory, binaries, password: options.password, adopted: false });
  await createDatabase(urlOf(port, options.password, "postgres")).catch(async (error: unknown) => {
    await server.stop();
    if ((error as { code?: string }).code !== "28P01") throw error;
    throw new Error(
      `The embedded PostgreSQL in ${directory} refuses our password: it was created with another secrets.env. Bring that file back, or remove both to start over.`,
    );
  });
  return server;
}

function running(parts: {
  pid: number;
  port: number;
  directory: string;
  binaries: PostgresBinaries;
  password: string;
  adopted: boolean;
}): RunningPostgres {
  const { pid, port, directory, binaries, password, adopted } = parts;
  let stopping: Promise<void> | undefined;
  return {
    url: urlOf(port, password, DATABASE),
    directory,
    pid,
    adopted,
    stop() {
      stopping ??= stopPostmaster(pid, { directory, pgCtl: binaries.pgCtl });
      return stopping;
    },
    kill() {
      if (!stopping && isAlive(pid)) process.kill(pid, "SIGINT");
    },
  };
}

function urlOf(port: number, password: string, database: string): string {
  return `postgresql://${USER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

async function adopt(directory: string, password: string) {
  const found = await findRunning(directory);
  if (!found?.ready) return undefined;
  const answers = await createDatabase(urlOf(found.port, password, "postgres")).then(
    () => true,
    () => false,
  );
  return answers ? { pid: found.pid, port: found.port } : undefined;
}

async function createDatabase(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(DATABASE)}`);
  } catch (error) {
    // Two starters may both have found it missing.
    if ((error as { code?: string }).code !== "42P04") throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

async function prepare(directory: string, account: Account | undefined): Promise<void> {
  await mkdir(path.dirname(directory), { recursive: true });
  await mkdir(directory, { recursive: true, mode: 0o700 });
  if (account) await chown(directory, account.uid, account.gid);
  else await chmod(directory, 0o700);
}

async function initialise(
  { initdb }: PostgresBinaries,
  directory: string,
  password: string,
  account: Account | undefined,
): Promise<void> {
  // Beside the data, owned by the account that must read it: the password is never in a shared folder.
  const passwordFile = `${directory}.${process.pid}.password`;
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) await chown(passwordFile, account.uid, account.gid);
  try {
    const child = spawn(
      initdb,
      [
        `--pgdata=${directory}`,
        `--username=${USER}`,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        // The same sorting and upper case on every machine, whatever locales it has.
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
        "--no-instructions",
      ],
      { ...account, stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, LC_ALL: "C" } },
    );
    let complaint = "";
    child.stderr.on("data", (chunk) => {
      complaint += chunk;
    });
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    });
    if (code !== 0) throw new Error(`PostgreSQL could not create its data directory: ${complaint.trim()}`);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function launch(
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
    if (await becameReady(child, directory)) {
      child.unref();
      return { pid: child.pid as number, port };
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

/** A TCP port of 127.0.0.1 that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
