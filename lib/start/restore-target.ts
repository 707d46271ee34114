import { readdir } from "node:fs/promises";
import type pg from "pg";
import type { Manifest } from "@/lib/start/backup-format";
import { findMigrations, findTables } from "@/lib/start/database-tables";
import { StartError } from "@/lib/start/start-error";

/** What a server writes into a database that nobody has used yet; a restore replaces it. */
export const LEFTOVERS: readonly string[] = ["setup_links", "rate_limits"];

/** Refuses with a `StartError` a backup whose tables this version of the product does not know. */
export function checkVersion(manifest: Manifest, known: readonly string[]): void {
  const unknown = manifest.migrations.find((name) => !known.includes(name));
  if (unknown) {
    throw new StartError(
      `This backup was made by Entraide ${manifest.version}, which knows the migration ${unknown}; this version does not. Nothing was changed. Install that version or a later one, then restore.`,
    );
  }
}

/** Refuses with a `StartError` while a server of the product has connections to the database. */
export async function refuseWhileUsed(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(
    `SELECT 1 FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()
       AND application_name LIKE 'entraide%' AND application_name <> 'entraide command'`,
  );
  if (rowCount) {
    throw new StartError(
      "Entraide is running on this database. Nothing was changed. Stop every process of it first, then restore.",
    );
  }
}

/**
 * Refuses with a `StartError` a database that holds anything a restore would have to replace: somebody's rows, tables
 * of something else, or tables of a version newer than the backup's.
 */
export async function checkTarget(client: pg.Client, manifest: Manifest): Promise<void> {
  const migrations = await findMigrations(client);
  const tables = await findTables(client);
  if (!migrations) {
    if (tables.length === 0) return;
    throw new StartError(
      `The database holds tables that are not Entraide's, such as "${tables[0]?.name}". Nothing was changed. Create an empty database and set DATABASE_URL to it.`,
    );
  }
  for (const { name } of tables) {
    if (LEFTOVERS.includes(name)) continue;
    const { rowCount } = await client.query(`SELECT 1 FROM ${client.escapeIdentifier(name)} LIMIT 1`);
    if (rowCount) {
      throw new StartError(
        `The database is not empty: there are rows in "${name}". Nothing was changed. Restore into an empty database: set DATABASE_URL to a new one, or choose a new folder with DATA_DIR.`,
      );
    }
  }
  const newer = migrations.find((name) => !manifest.migrations.includes(name));
  if (newer) {
    throw new StartError(
      `The database is empty but was prepared for a newer version than the backup's ${manifest.version} (migration ${newer}). Nothing was changed. Restore into a database without tables: it is brought up to date afterwards.`,
    );
  }
}

/** Refuses with a `StartError` a folder in which files lie. */
export async function checkFolder(folder: string): Promise<void> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    },
  );
  if (found.some((entry) => !entry.isDirectory())) {
    throw new StartError(
      `There are files in ${folder} already. Nothing was changed. Move that folder away, or choose a new one with DATA_DIR.`,
    );
  }
}
