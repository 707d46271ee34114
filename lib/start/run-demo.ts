import { rm } from "node:fs/promises";
import path from "node:path";
import { build } from "@/lib/start/build";
import { isBuilt } from "@/lib/start/build-stamp";
import { lockFolder } from "@/lib/start/folder-lock";
import { choosePort } from "@/lib/start/port";
import { forgetPostgres } from "@/lib/start/postgres";
import { createProgress, type Progress } from "@/lib/start/progress";
import { ROOT } from "@/lib/start/root";
import { loadSecrets, withSecrets } from "@/lib/start/secrets";
import {
  adoptVariables,
  databaseStep,
  migrationStep,
  postgresDirectory,
  serverStep,
} from "@/lib/start/serve";
import { checkSettings, demoSettings } from "@/lib/start/settings";
import { type Shutdown, untilSignal } from "@/lib/start/shutdown";

/** Doors without a key stay on this machine. */
const HOSTNAME = "127.0.0.1";
const FIRST_PORT = 3000;
/** What the product keeps in its data folder beside the database; nothing else in there is ours to remove. */
const KEPT = ["secrets.env", "outbox", "attachments"];

export type DemoOptions = {
  /** For development: pages and bundles follow edits, and nothing is built. */
  dev: boolean;
  /** Forgets the data of earlier runs first. */
  reset: boolean;
};

/**
 * Runs the demo until a signal ends it: database, migrations, demo brand, build when a source has changed, server;
 * then prints the doors. Throws a `StartError` with a sentence for whoever can mend it.
 */
export async function runDemo(options: DemoOptions): Promise<void> {
  Object.assign(process.env, { NODE_ENV: options.dev ? "development" : "production" });
  const progress = createProgress();
  await untilSignal(progress.say, (shutdown) => startDemo(options, progress, shutdown));
}

async function startDemo({ dev, reset }: DemoOptions, progress: Progress, shutdown: Shutdown): Promise<void> {
  const startedAt = performance.now();
  const given = demoSettings(process.env);
  const { DATA_DIR, PORT } = checkSettings(given);
  progress.say(dev ? "Entraide, for development" : "Entraide, the demo");
  progress.say("");
  const lock = await lockFolder(DATA_DIR);
  shutdown.add("The lock of the data folder", lock.release);
  if (reset) await progress.step("Starting over", () => forget(DATA_DIR));
  const port = await choosePort({ asked: given.PORT ? PORT : undefined, first: FIRST_PORT });
  const origin = `http://localhost:${port}`;
  await lock.announce(origin);
  const secrets = await loadSecrets(DATA_DIR);
  const url = await databaseStep({ progress, shutdown, dataDir: DATA_DIR, secrets, database: "demo" });
  adoptVariables({
    ...withSecrets(given, secrets),
    DATABASE_URL: url,
    NEXTAUTH_URL: origin,
    PORT: String(port),
    HOST: HOSTNAME,
  });
  await migrationStep({ progress });
  await seedStep(progress, port);
  await (dev ? watchStep(progress) : buildStep(progress));
  await serverStep({ progress, shutdown, dev, hostname: HOSTNAME });
  for (const line of doors(port, (performance.now() - startedAt) / 1000)) progress.say(line);
}

async function forget(dataDir: string): Promise<void> {
  await forgetPostgres(postgresDirectory(dataDir));
  for (const name of KEPT) await rm(path.join(dataDir, name), { recursive: true, force: true });
}

async function seedStep(progress: Progress, port: number): Promise<void> {
  const { seedDemo } = await import("@/prisma/seed/demo");
  const origins = { shopOrigin: `http://127.0.0.1:${port}`, productOrigin: `http://localhost:${port}` };
  await progress.step("Demo brand", () => seedDemo(origins));
}

async function buildStep(progress: Progress): Promise<void> {
  if (await isBuilt(ROOT)) return;
  await progress.step("Build, a minute or two, until the next change", build);
}

async function watchStep(progress: Progress): Promise<void> {
  const { bundleWidget } = await import("@/lib/start/bundle-widget");
  await progress.step("Widget", () => bundleWidget({ minify: false, watch: true }));
}

/** What to open, for whom. */
export function doors(port: number, seconds: number): string[] {
  const product = `http://localhost:${port}`;
  const lines = [
    ["Demo shop", `http://127.0.0.1:${port}/demo`, "ask a question as a visitor"],
    ["Expert desk", product, "sign in as Nadia, Samir or Ingrid"],
    ["Staff desk", product, "sign in as Julien"],
    ["Manager board", product, "sign in as Hélène"],
    ["Outbox", `${product}/outbox`, "the mails it would have sent"],
  ] as const;
  const width = Math.max(...lines.map(([, address]) => address.length)) + 3;
  return [
    "",
    `Ready in ${seconds.toFixed(1)} s at ${product}`,
    "",
    ...lines.map(([name, address, what]) => `${name.padEnd(16)}${address.padEnd(width)}${what}`),
    "",
    "Use a private window for each person. Ctrl-C stops everything and keeps the data.",
  ];
}
