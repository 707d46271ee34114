import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { Measured } from "@/e2e/bench/figure";
import { type FloorName, floors } from "@/e2e/bench/figures/floors";
import { watchLoad } from "@/e2e/bench/machine";
import { startWorker, type Worker } from "@/e2e/bench/worker/client";
import type { ServerAddress } from "@/e2e/bench/worker/http";
import {
  freePort,
  makeDataFolder,
  type ProductServer,
  removeData,
  startInstallation,
} from "@/e2e/support/server";
import { startPostgres } from "@/lib/start/postgres";
import { prepareDatabase } from "@/lib/start/prepare-database";
import { loadSecrets, type Secrets } from "@/lib/start/secrets";
import { postgresDirectory } from "@/lib/start/serve";
import type { Shutdown } from "@/lib/start/shutdown";

/** What figures measure with. Everything ends with the shutdown that it was started under. */
export type Bench = {
  server: ProductServer;
  /** The server as workers reach it. */
  address: ServerAddress;
  secrets: Secrets;
  /** A connection to the server's database, for seeding. */
  database: pg.Client;
  /** The process that makes the load; a new one where the last was ended. */
  generator(): Worker;
  /** The engine in a process and a database of its own, which the server's clock does not look at. */
  engine(): Promise<{ worker: Worker; database: pg.Client; url: string }>;
  /** A number that no other brand of the run has. */
  nextBrand(): number;
  /** A floor, measured at its first use. */
  floor(name: FloorName): Promise<Measured>;
  /** Lets the server finish what an earlier figure left to it, for half a minute at most. */
  rest(): Promise<void>;
  /** Ends what may still work on a figure that failed; the next one gets fresh processes. */
  endWorkers(): Promise<void>;
  /** What a person reads while it runs; never a figure. */
  say(sentence: string): void;
};

/** Members' and visitors' limits would otherwise end every load after some seconds; they are counted all the same. */
const NO_LIMITS = "1000000";
const ENGINE_DATABASE = "bench_engine";
const REST_SECONDS = 30;
const LOOK_MS = 500;
/** Less than this is the clock's own look around. */
const AT_REST_CORES = 0.15;
/** As many connections as the floor that it is compared with. */
export const ROUTERS = 16;

/** Starts the product on an empty database of its own. `onFloor` hears of every floor when it is measured. */
export async function startBench({
  shutdown,
  say,
  onFloor,
}: {
  shutdown: Shutdown;
  say: (sentence: string) => void;
  onFloor: (measured: Measured) => void;
}): Promise<Bench> {
  const dataDir = makeDataFolder();
  shutdown.add("The data", async () => removeData(dataDir));
  const secrets = await loadSecrets(dataDir);
  // Ours and not the server's, so that it stays where it is when the server is restarted.
  const postgres = await startPostgres({
    directory: postgresDirectory(dataDir),
    password: secrets.POSTGRES_PASSWORD,
  });
  shutdown.add("The database", postgres.stop);
  const { url } = postgres;
  const server = await startInstallation({
    port: await freePort(),
    dataDir,
    settings: { HOST: "127.0.0.1", RATE_LIMITS: NO_LIMITS, DATABASE_URL: url },
  });
  shutdown.add("The server", server.stop);
  const database = await connect(url, shutdown);

  let generator: Worker | undefined;
  let engine: ReturnType<Bench["engine"]> | undefined;
  let brands = 0;
  const measured = new Map<FloorName, Promise<Measured>>();

  function worker(variables: Record<string, string>): Worker {
    const started = startWorker(variables);
    shutdown.add("A worker", started.stop);
    return started;
  }

  const bench: Bench = {
    server,
    address: { port: server.port, origin: server.origin, pusherKey: secrets.PUSHER_KEY },
    secrets,
    database,
    say,
    nextBrand: () => ++brands,
    generator() {
      if (generator?.hasEnded() !== false) generator = worker({});
      return generator;
    },
    async engine() {
      engine ??= startEngine();
      const started = await engine;
      if (started.worker.hasEnded()) started.worker = worker(engineVariables(started.url));
      return started;
    },
    async rest() {
      const until = performance.now() + REST_SECONDS * 1000;
      while (performance.now() < until) {
        const load = watchLoad(server.pid());
        await pause(LOOK_MS);
        if ((load().serverCores ?? 0) < AT_REST_CORES) return;
      }
      say("The server is still busy with what came before.");
    },
    async endWorkers() {
      await generator?.stop();
      await (await engine)?.worker.stop();
    },
    floor(name) {
      const known = measured.get(name) ?? floors[name](bench);
      if (!measured.has(name)) void known.then(onFloor, () => undefined);
      measured.set(name, known);
      return known;
    },
  };

  async function startEngine() {
    await database.query(`CREATE DATABASE ${ENGINE_DATABASE}`);
    const own = new URL(url);
    own.pathname = `/${ENGINE_DATABASE}`;
    await prepareDatabase(own.href);
    const client = await connect(own.href, shutdown);
    return { worker: worker(engineVariables(own.href)), database: client, url: own.href };
  }

  function engineVariables(databaseUrl: string): Record<string, string> {
    const { POSTGRES_PASSWORD: _, ...known } = secrets;
    return {
      ...known,
      NODE_ENV: "production",
      DATABASE_URL: databaseUrl,
      DATABASE_POOL: String(ROUTERS),
      DATA_DIR: dataDir,
      NEXTAUTH_URL: server.origin,
      PORT: String(server.port),
    };
  }

  return bench;
}

async function connect(url: string, shutdown: Shutdown): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: "bench" });
  // The next statement tells of a connection that broke.
  client.on("error", () => undefined);
  await client.connect();
  shutdown.add("A connection", () => client.end().catch(() => undefined));
  return client;
}
