import { existsSync } from "node:fs";
import { runCommand } from "@/lib/start/command";
import { findHolder, lockFolder } from "@/lib/start/folder-lock";
import { startPostgres } from "@/lib/start/postgres";
import { prepareDatabase } from "@/lib/start/prepare-database";
import { loadSecrets } from "@/lib/start/secrets";
import { postgresDirectory } from "@/lib/start/serve";
import { checkSettings } from "@/lib/start/settings";

/**
 * `npm run db:migrate`: brings DATABASE_URL up to date, or else the embedded database, which is started for the
 * purpose unless it runs already.
 */
async function migrateNow(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const { DATA_DIR } = checkSettings(process.env);
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const { applied } = process.env.DATABASE_URL
    ? await prepareDatabase(process.env.DATABASE_URL, say)
    : await withEmbedded(DATA_DIR, (url) => prepareDatabase(url, say));
  say(applied.length === 0 ? "The database is up to date." : `Applied ${applied.join(", ")}.`);
}

async function withEmbedded<T>(dataDir: string, work: (url: string) => Promise<T>): Promise<T> {
  const holder = await findHolder(dataDir);
  const lock = holder ? undefined : await lockFolder(dataDir);
  try {
    const { POSTGRES_PASSWORD: password } = await loadSecrets(dataDir);
    const directory = postgresDirectory(dataDir);
    const server = await startPostgres({ directory, password, borrow: holder !== undefined });
    try {
      return await work(server.url);
    } finally {
      await server.stop();
    }
  } finally {
    await lock?.release();
  }
}

runCommand(import.meta.url, migrateNow);
