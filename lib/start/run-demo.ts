import { rm } from "node:fs/promises";
import path from "node:path";
import { build, ROOT } from "@/lib/start/build";
import { isBuilt } from "@/lib/start/build-stamp";
import { lockFolder } from "@/lib/start/folder-lock";
import { choosePort } from "@/lib/start/port";
import { forgetPostgres } from "@/lib/start/postgres";
import { createProgress, type Progress } from "@/lib/start/progress";
import { loadSecrets, withSecrets } from "@/lib/start/secrets";
import {
  adoptVariables,
  databaseStep,
  migrationStep,
  postgresDirectory,
  serverStep,
} from "@/lib/start/serve";
import { checkSettings, demoSettings } from "@/lib/start/settings";
import { createShutdown, onSignals } from "@/lib/start/shutdown";

/** Doors without a key stay on this machine. */
const HOSTNAME = "127.0.0.1";
const FIRST_PORT = 3000;
/** What the product keeps in its data folder beside the database; nothing else in there is ours to remove. */
const KEPT = ["secrets.env", "outbox", "attachments"];

/**
 * Runs the demo until a signal ends it: database, migrations, demo brand, build when a source has changed, server;
 * then prints the doors. Throws a `StartError` with a sentence for whoever can mend it.
 *
 * @param dev for development: pages and bundles follow edits, nothing is built
 * @param reset forgets the data of earlier runs first
 */
export async function runDemo({ dev, reset }: { dev: boolean; reset: boolean }): Promise<void> {
  const startedAt = performance.now();
  Object.assign(process.env, { NODE_ENV: dev ? "development" : "production" });
  const progress = createProgress();
  const shutdown = createShutdown({ say: progress.say, exit: process.exit });
  onSignals(shutdown);

  const given = demoSettings(process.env);
  const { DATA_DIR, PORT } = checkSettings(given);
  progress.say(dev ? "Entraide, for development\n" : "Entraide, the demo\n");
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
  progress.say(doors(port, (performance.now() - startedAt) / 1000));
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
export function doors(port: number, seconds: number): string {
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
    `\n  Ready in ${seconds.toFixed(1)} s at ${product}\n`,
    ...lines.map(([name, address, what]) => `  ${name.padEnd(16)}${address.padEnd(width)}${what}`),
    "\n  Use a private window for each person. Ctrl-C stops everything and keeps the data.",
  ].join("\n");
}
