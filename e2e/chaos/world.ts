import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ServerAddress } from "@/e2e/bench/worker/http";
import { type Link, openLink } from "@/e2e/chaos/link";
import {
  freePort,
  makeDataFolder,
  type ProductServer,
  removeData,
  startInstallation,
} from "@/e2e/support/server";
import { createChannelsServer } from "@/lib/channels/server";
import { closeDatabase } from "@/lib/server/database";
import { type RunningPostgres, startPostgres } from "@/lib/start/postgres";
import { loadSecrets } from "@/lib/start/secrets";
import { adoptVariables, postgresDirectory } from "@/lib/start/serve";
import type { Shutdown } from "@/lib/start/shutdown";

/** An installation as it runs in life, a web process and a worker beside a realtime server, with links that can fail. */
export type World = {
  web: ProductServer;
  worker: ProductServer;
  /** Another worker on the same database, until it is stopped. */
  startWorker(): Promise<ProductServer>;
  /** Everybody's way to the database; each process's way to the realtime server; the people's sockets. */
  links: { database: Link; web: Link; worker: Link; people: Link };
  /** The server as people reach it. */
  address: ServerAddress;
  /** Ends the database at once, as a crash does. */
  crashDatabase(): Promise<void>;
  /** Brings it back with its data. */
  startDatabase(): Promise<void>;
  /** Sets the clock of both processes off by so many seconds. */
  shiftClock(seconds: number): void;
  /** A number that no other brand of the run has. */
  nextBrand(): number;
  /** How long the user wants faults that last to last; null: their own short time. */
  minutes: number | null;
  /** What a person reads while it runs. */
  say(sentence: string): void;
};

/** Faults must not end in a refusal because somebody asks often. */
const NO_LIMITS = "1000000";
const PRELOAD = fileURLToPath(new URL("./shift-clock.mjs", import.meta.url));

/** Starts everything on an empty database of its own. It ends with the shutdown, on failure too. */
export async function startWorld({
  shutdown,
  minutes,
  say,
}: {
  shutdown: Shutdown;
  minutes: number | null;
  say: (sentence: string) => void;
}): Promise<World> {
  const dataDir = makeDataFolder();
  shutdown.add("The data", async () => removeData(dataDir));
  const secrets = await loadSecrets(dataDir);

  const start = () =>
    startPostgres({ directory: postgresDirectory(dataDir), password: secrets.POSTGRES_PASSWORD });
  let postgres: RunningPostgres = await start();
  shutdown.add("The database", () => postgres.stop());
  const link = async (port: number) => {
    const opened = await openLink(port);
    shutdown.add("A link", opened.close);
    return opened;
  };
  const realtime = await startRealtime(secrets, shutdown);
  const links = {
    database: await link(portOf(postgres.url)),
    web: await link(realtime),
    worker: await link(realtime),
    people: await link(realtime),
  };
  const databaseUrl = new URL(postgres.url);
  databaseUrl.port = String(links.database.port);

  const clockFile = path.join(dataDir, "clock-shift");
  const shiftClock = (seconds: number) => writeFileSync(clockFile, String(seconds * 1000));
  shiftClock(0);
  const settings = {
    HOST: "127.0.0.1",
    RATE_LIMITS: NO_LIMITS,
    LOG_LEVEL: "warn",
    DATABASE_URL: databaseUrl.href,
    PUSHER_APP_ID: secrets.PUSHER_APP_ID,
    PUSHER_KEY: secrets.PUSHER_KEY,
    PUSHER_SECRET: secrets.PUSHER_SECRET,
    PUSHER_HOST: "127.0.0.1",
    PUSHER_USE_TLS: "false",
    CHAOS_CLOCK_FILE: clockFile,
    NODE_OPTIONS: `--import ${pathToFileURL(PRELOAD).href}`,
  };
  const server = async (ROLE: "web" | "worker") => {
    const started = await startInstallation({
      port: await freePort(),
      dataDir,
      settings: { ...settings, ROLE, PUSHER_PORT: String(links[ROLE].port) },
    });
    shutdown.add(`The ${ROLE} process`, started.stop);
    return started;
  };
  // A web process alone is not well: nobody's clock runs.
  const worker = await server("worker");
  const web = await server("web");
  const { POSTGRES_PASSWORD: _, ...known } = secrets;
  // For the product's own checks, which look at the database from this process.
  adoptVariables({
    ...known,
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl.href,
    DATA_DIR: dataDir,
    NEXTAUTH_URL: web.origin,
    PORT: String(web.port),
  });
  shutdown.add("Our connections", closeDatabase);

  let brands = 0;
  return {
    web,
    worker,
    links,
    address: { port: web.port, origin: web.origin, pusherKey: secrets.PUSHER_KEY },
    startWorker: () => server("worker"),
    async crashDatabase() {
      process.kill(postgres.pid, "SIGQUIT");
      links.database.set("refuse");
      await postgres.stop();
    },
    async startDatabase() {
      postgres = await start();
      links.database.leadTo(portOf(postgres.url));
      links.database.set("open");
    },
    shiftClock,
    nextBrand: () => ++brands,
    minutes,
    say,
  };
}

const portOf = (url: string) => Number(new URL(url).port);

/** A realtime server of its own, as several processes need; its port. */
async function startRealtime(
  { PUSHER_APP_ID, PUSHER_KEY, PUSHER_SECRET }: Record<`PUSHER_${"APP_ID" | "KEY" | "SECRET"}`, string>,
  shutdown: Shutdown,
): Promise<number> {
  const channels = createChannelsServer({
    apps: [{ id: PUSHER_APP_ID, key: PUSHER_KEY, secret: PUSHER_SECRET }],
  });
  const http = createServer((request, response) => {
    if (!channels.handleRequest(request, response)) response.writeHead(404).end();
  });
  http.on("upgrade", (request, socket, head) => {
    if (!channels.handleUpgrade(request, socket, head)) socket.destroy();
  });
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  shutdown.add("The realtime server", async () => {
    await channels.close({ overSeconds: 0 });
    http.close();
    http.closeAllConnections();
  });
  const address = http.address();
  if (typeof address !== "object" || !address) throw new Error("The realtime server got no port.");
  return address.port;
}
