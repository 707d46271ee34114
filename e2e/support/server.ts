import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const READY_MS = 60_000;
const BUILD_MS = 900_000;
const STOP_MS = 20_000;
/** So many pieces of what a server prints are kept for the report of a failing test. */
const MOST_PRINTED = 1_000;

/** A running product, with its own data. */
export type ProductServer = {
  /** The product's address, `http://localhost:<port>`. */
  origin: string;
  port: number;
  dataDir: string;
  /** The number of the server's own process. */
  pid(): number;
  /** Sends a signal to the server's own process, not to its database, and resolves when it is gone. */
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Starts the server again on the same port and data, and resolves when it answers. */
  restart(): Promise<void>;
  /** Ends the server and its database in order. */
  stop(): Promise<void>;
  /** What the server has printed so far, for a failing test's report. */
  output(): string;
};

/** A running demo: the product, and the shop that carries its widget on another site. */
export type DemoServer = ProductServer & {
  /** The demo shop's address; another host name, so that the widget is a stranger there as in life. */
  shop: string;
};

/** What an installation could have been given by whoever runs the tests; emptied, so that no `.env` fills it in again. */
export const NOTHING_SET = Object.fromEntries(
  [
    "DATABASE_URL",
    "ENTRAIDE_DEMO",
    "HOST",
    "MAIL_FROM",
    "NEXTAUTH_URL",
    "PUSHER_CLUSTER",
    "PUSHER_HOST",
    "RATE_LIMITS",
    "ROLE",
    "SMTP_URL",
  ].map((name) => [name, ""]),
);

/**
 * Starts the demo and resolves when `GET /api/health` answers 200. `mayBuild` allows the time that a first start takes
 * to build the product, and shows what it says meanwhile.
 * Throws an `Error` with the server's last words when it ends or stays silent.
 */
export async function startDemo(place: {
  port: number;
  dataDir: string;
  mayBuild?: boolean;
}): Promise<DemoServer> {
  const server = await startServer({
    ...place,
    program: ["--import", "tsx", "lib/start/demo.ts"],
    settings: {},
  });
  return { ...server, shop: `http://127.0.0.1:${place.port}/demo` };
}

/**
 * Starts the built product as `npm start` does where nothing is set up but `settings`: an empty database, mails kept in
 * the outbox. Resolves and throws as `startDemo` does.
 */
export async function startInstallation({
  settings,
  ...place
}: {
  port: number;
  dataDir: string;
  settings?: Readonly<Record<string, string>>;
}): Promise<ProductServer> {
  return startServer({
    ...place,
    program: ["lib/start/start.mjs"],
    settings: { ...NOTHING_SET, ...settings },
  });
}

async function startServer({
  program,
  settings,
  port,
  dataDir,
  mayBuild = false,
}: {
  program: string[];
  settings: Record<string, string>;
  port: number;
  dataDir: string;
  mayBuild?: boolean;
}): Promise<ProductServer> {
  const origin = `http://localhost:${port}`;
  const printed: string[] = [];
  let child = launch();

  function launch(): ChildProcess {
    // Node itself and not npm, so that a signal reaches the server and nothing between.
    const started = spawn(process.execPath, program, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...settings, PORT: String(port), DATA_DIR: dataDir },
    });
    const keep = (chunk: Buffer) => {
      printed.push(String(chunk));
      // Dropped in lumps: under load there are a thousand lines a second.
      if (printed.length > 2 * MOST_PRINTED) printed.splice(0, MOST_PRINTED);
    };
    for (const stream of [started.stdout, started.stderr]) {
      stream.on("data", keep);
      if (mayBuild) stream.pipe(process.stdout, { end: false });
    }
    return started;
  }

  const lastWords = () => printed.join("").slice(-4_000);

  async function ready(): Promise<void> {
    const patience = mayBuild ? BUILD_MS : READY_MS;
    const deadline = Date.now() + patience;
    while (Date.now() < deadline) {
      if (isGone(child)) throw new Error(`The server ended before it answered.\n${lastWords()}`);
      const answers = await fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(2_000) }).then(
        (response) => response.status === 200,
        () => false,
      );
      if (answers) return;
      await pause(50);
    }
    throw new Error(`The server did not answer within ${patience / 1000} s.\n${lastWords()}`);
  }

  async function kill(signal: NodeJS.Signals): Promise<void> {
    if (isGone(child)) return;
    const gone = once(child, "exit");
    child.kill(signal);
    await gone;
  }

  async function stop(): Promise<void> {
    let tooLong = false;
    const timer = setTimeout(() => {
      tooLong = true;
      child.kill("SIGKILL");
    }, STOP_MS);
    await kill("SIGTERM");
    clearTimeout(timer);
    if (tooLong) throw new Error(`The server did not stop within ${STOP_MS / 1000} s.\n${lastWords()}`);
  }

  async function restart(): Promise<void> {
    await stop();
    child = launch();
    await ready();
  }

  async function stopForGood(): Promise<void> {
    process.off("exit", onExit);
    // A database outlives its killed server: a new one finds it, and takes it along when it ends.
    if (child.signalCode === "SIGKILL") await restart();
    await stop();
  }

  const onExit = () => child.kill("SIGTERM");
  process.once("exit", onExit);
  try {
    await ready();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    origin,
    port,
    dataDir,
    kill,
    restart,
    stop: stopForGood,
    output: () => printed.join(""),
    pid: () => child.pid ?? 0,
  };
}

function isGone(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (typeof address !== "object" || !address) throw new Error("The machine gave no port.");
  return address.port;
}

/** A new folder for a server's data. PostgreSQL's account must be able to enter it when root runs the tests. */
export function makeDataFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "entraide-e2e-"));
  chmodSync(folder, 0o755);
  return folder;
}

/** A copy of a stopped server's data, owners included, in a new folder. */
export function copyData(template: string): string {
  const folder = makeDataFolder();
  const { status, stderr } = spawnSync("cp", ["-a", `${template}/.`, folder], { encoding: "utf8" });
  if (status !== 0) throw new Error(`The demo's data could not be copied: ${stderr}`);
  return folder;
}

/** Deletes a data folder; a folder that is not ours is left alone. */
export function removeData(folder: string): void {
  if (path.basename(folder).startsWith("entraide-e2e-")) rmSync(folder, { recursive: true, force: true });
}
