import { existsSync } from "node:fs";
import { runCommand } from "@/lib/start/command";
import { prepareDatabase } from "@/lib/start/prepare-database";
import { checkSettings } from "@/lib/start/settings";
import { withDatabase } from "@/lib/start/with-database";

/**
 * `npm run db:migrate`: brings DATABASE_URL up to date, or else the embedded database, which is started for the
 * purpose unless it runs already.
 */
async function migrateNow(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const { DATA_DIR } = checkSettings(process.env);
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const { applied } = await withDatabase({ url: process.env.DATABASE_URL, dataDir: DATA_DIR }, (url) =>
    prepareDatabase(url, say),
  );
  say(applied.length === 0 ? "The database is up to date." : `Applied ${applied.join(", ")}.`);
}

runCommand(import.meta.url, migrateNow);
