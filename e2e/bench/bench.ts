import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { type Bench, type FloorName, ROUTERS } from "@/e2e/bench/context";
import { floors } from "@/e2e/bench/figures/floors";
import { watchLoad } from "@/e2e/bench/machine";
import type { Measured } from "@/e2e/bench/measured";
import { startWorker, type Worker } from "@/e2e/bench/worker/client";
import { freePort, makeDataFolder, removeData, startInstallation } from "@/e2e/support/server";
import { startPostgres } from "@/lib/start/postgres";
import { prepareDatabase } from "@/lib/start/prepare-database";
import { loadSecrets } from "@/lib/start/secrets";
import { postgresDirectory } from "@/lib/start/serve";
import type { Shutdown } from "@/lib/start/shutdown";

/** Members' and visitors' limits would otherwise end every load after some seconds; they are counted all the same. */
const NO_LIMITS = "1000000";
const ENGINE_DATABASE = "bench_engine";
const REST_SECONDS = 30;
const LOOK_MS = 500;
/** Less than this is the clock's own look around. */
const AT_REST_CORES = 0.15;
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
