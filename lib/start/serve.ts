import path from "node:path";
import { closeDatabase } from "@/lib/server/database";
import { type Env, env, forgetEnv } from "@/lib/server/env";
import { startPostgres } from "@/lib/start/postgres";
import { prepareDatabase } from "@/lib/start/prepare-database";
import type { Progress } from "@/lib/start/progress";
import type { Secrets } from "@/lib/start/secrets";
import type { Variables } from "@/lib/start/settings";
import type { Shutdown } from "@/lib/start/shutdown";

type Step = { progress: Progress; shutdown: Shutdown };

/** Makes the completed variables the process's own, for our modules and for Next's bundle. */
export function adoptVariables(variables: Variables): void {
  for (const [name, value] of Object.entries(variables)) if (value !== undefined) process.env[name] = value;
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  forgetEnv();
}

/** The embedded database's folder below a data folder. */
export function postgresDirectory(dataDir: string): string {
  return path.join(dataDir, "postgres");
}

/** Starts the embedded database in a folder that this process has locked; returns its address. */
export async function databaseStep({
  progress,
  shutdown,
  dataDir,
  secrets,
  database,
}: Step & { dataDir: string; secrets: Secrets; database: string }): Promise<string> {
  const postgres = await progress.step("Database", () =>
    startPostgres({
      directory: postgresDirectory(dataDir),
      password: secrets.POSTGRES_PASSWORD,
      database,
      log: progress.say,
    }),
  );
  shutdown.add("The database", postgres.stop);
  return postgres.url;
}

/** Brings the database of the environment up to date. */
export async function migrationStep({ progress }: Pick<Step, "progress">): Promise<void> {
  await progress.step(
    "Migrations",
    () => prepareDatabase(env().DATABASE_URL, progress.say),
    ({ applied }) => (applied.length === 0 ? "up to date" : `${applied.length} applied`),
  );
}

/** Begins to load the server's modules while the database starts. What fails here fails again in `serverStep`. */
export function loadAhead(role: Env["ROLE"]): void {
  import("@/lib/start/server").then(({ loadParts }) => loadParts(role)).catch(() => undefined);
}

/** Starts the server of the environment. It and its connections end with `shutdown`. */
export async function serverStep({
  progress,
  shutdown,
  dev,
  hostname,
}: Step & { dev: boolean; hostname: string }): Promise<void> {
  shutdown.add("The database's connections", closeDatabase);
  const { startServer } = await import("@/lib/start/server");
  const starting = progress.step("Server", () => startServer({ dev, hostname }));
  // It answers before all of it has started: told to end meanwhile, it ends before its database does.
  shutdown.add("The server", async () => (await starting.catch(() => undefined))?.stop());
  await starting;
}
