import { rm, stat } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { placeForData, postgresAccount, reachableBinaries } from "@/lib/start/postgres-account";
import { findPostgresBinaries, type PostgresBinaries } from "@/lib/start/postgres-binaries";
import { initialiseCluster, SUPERUSER } from "@/lib/start/postgres-cluster";
import { launchServer } from "@/lib/start/postgres-launch";
import { findRunning, forgetStranger, stopPostmaster } from "@/lib/start/postgres-running";
import { isAlive } from "@/lib/start/process-info";

/** Where root's data goes when the project lies under a folder closed to others. */
const SHELTER = "/var/lib/entraide";

export type PostgresOptions = {
  /** The data directory wanted, `<DATA_DIR>/postgres`. */
  directory: string;
  /** The superuser's password; the same at every start. */
  password: string;
  /** Name of the database, created when it is missing. Default `entraide`. */
  database?: string;
  /** Hears in one sentence about anything unexpected, such as another place for the data. */
  log?: (line: string) => void;
  /** For tests: the data may be lost when the machine crashes, which makes every commit cheaper. */
  throwaway?: boolean;
  /** Replaces the place for data that the server's account cannot reach otherwise. */
  shelter?: string;
  /** Use a server that runs there already without ever ending it: its parent is alive and in charge. */
  borrow?: boolean;
};

export type RunningPostgres = {
  /** The address of the database, password included. */
  url: string;
  /** Where the data really lies. */
  directory: string;
  pid: number;
  /** A server was running there already (its parent died, or lives elsewhere), and is used as it is. */
  adopted: boolean;
  /** Ends the server; the process's own end does the same, should this not be called. */
  stop(): Promise<void>;
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
  const { password, database = "entraide" } = options;
  const adopted = await adopt(directory, password, database);
  if (adopted) {
    const url = urlOf(adopted.port, password, database);
    return running({ ...adopted, url, directory, binaries, borrowed: options.borrow ?? false });
  }
  const left = await findRunning(directory);
  if (left) {
    options.log?.("A PostgreSQL server left from an earlier run did not answer; stopping it first.");
    await stopPostmaster(left.pid, { directory, pgCtl: binaries.pgCtl });
  }
  await forgetStranger(directory);
  if (!(await exists(path.join(directory, "PG_VERSION")))) {
    await initialiseCluster(binaries, directory, password, account);
  }
  const { pid, port } = await launchServer(binaries, directory, account, options.throwaway ?? false);
  const url = urlOf(port, password, database);
  const server = running({ pid, url, directory, binaries, adopted: false, borrowed: false });
  await createDatabase(urlOf(port, password, "postgres"), database).catch(async (error: unknown) => {
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
  url: string;
  directory: string;
  binaries: PostgresBinaries;
  adopted: boolean;
  borrowed: boolean;
}): RunningPostgres {
  const { pid, url, directory, binaries, adopted, borrowed } = parts;
  if (borrowed) return { url, directory, pid, adopted, stop: async () => undefined };
  let stopping: Promise<void> | undefined;
  // When the process ends without having stopped us, an uncaught error for example, there is only time to say it.
  const endAtOnce = () => endNow(pid);
  process.once("exit", endAtOnce);
  return {
    url,
    directory,
    pid,
    adopted,
    stop() {
      stopping ??= stopPostmaster(pid, { directory, pgCtl: binaries.pgCtl }).then(() => {
        process.off("exit", endAtOnce);
      });
      return stopping;
    },
  };
}

function endNow(pid: number): void {
  if (isAlive(pid)) process.kill(pid, "SIGINT");
}

/**
 * Removes the database below `directory` for good, ending first what still runs there.
 */
export async function forgetPostgres(directory: string, shelter = SHELTER): Promise<void> {
  const place = await placeForData(directory, await postgresAccount(), shelter);
  const left = await findRunning(place.directory);
  if (left) {
    const { pgCtl } = await findPostgresBinaries();
    await stopPostmaster(left.pid, { directory: place.directory, pgCtl });
  }
  for (const rest of ["", ".log", ".half"]) {
    await rm(`${place.directory}${rest}`, { recursive: true, force: true });
  }
}

function urlOf(port: number, password: string, database: string): string {
  return `postgresql://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

async function adopt(directory: string, password: string, database: string) {
  const found = await findRunning(directory);
  if (!found?.ready) return undefined;
  const answers = await createDatabase(urlOf(found.port, password, "postgres"), database).then(
    () => true,
    () => false,
  );
  return answers ? { pid: found.pid, port: found.port, adopted: true } : undefined;
}

async function createDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
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
