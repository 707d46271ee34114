import { existsSync } from "node:fs";
import { env } from "@/lib/server/env";
import { runMain } from "@/lib/start/command";
import { type FolderLock, lockFolder } from "@/lib/start/folder-lock";
import { choosePort } from "@/lib/start/port";
import { createProgress, type Progress } from "@/lib/start/progress";
import { loadSecrets, withSecrets } from "@/lib/start/secrets";
import { adoptVariables, databaseStep, loadAhead, migrationStep, serverStep } from "@/lib/start/serve";
import { checkProduction } from "@/lib/start/settings";
import { setupLines } from "@/lib/start/setup-link";
import { type Shutdown, untilSignal } from "@/lib/start/shutdown";

/** `npm start`: one process of an installation, until a signal ends it. */
async function start(): Promise<void> {
  Object.assign(process.env, { NODE_ENV: "production" });
  if (existsSync(".env")) process.loadEnvFile(".env");
  const progress = createProgress();
  await untilSignal(progress.say, (shutdown) => startWith(progress, shutdown));
}

async function startWith(progress: Progress, shutdown: Shutdown): Promise<void> {
  const { DATA_DIR, HOST, PORT, ROLE } = checkProduction(process.env);
  progress.say(`Entraide${ROLE === "all" ? "" : `, the ${ROLE} process`}`);
  progress.say("");
  let lock: FolderLock | undefined;
  if (!process.env.DATABASE_URL) {
    lock = await lockFolder(DATA_DIR);
    shutdown.add("The lock of the data folder", lock.release);
  }
  await choosePort({ asked: PORT, first: PORT });
  const secrets = await loadSecrets(DATA_DIR);
  const { NEXTAUTH_URL = "" } = process.env;
  adoptVariables({
    ...withSecrets(process.env, secrets),
    NEXTAUTH_URL: NEXTAUTH_URL || `http://localhost:${PORT}`,
  });
  loadAhead(ROLE);
  if (lock) {
    const parts = { progress, shutdown, dataDir: DATA_DIR, secrets, database: "entraide" };
    adoptVariables({ DATABASE_URL: await databaseStep(parts) });
    await lock.announce(env().NEXTAUTH_URL);
  }
  await migrationStep({ progress });
  await serverStep({ progress, shutdown, dev: false, hostname: HOST });
  progress.say("");
  progress.say(`Ready at ${env().NEXTAUTH_URL}, listening on ${HOST}:${PORT}. Ctrl-C stops it.`);
  if (ROLE !== "worker") for (const line of await setupLines()) progress.say(line);
}

runMain(start);
