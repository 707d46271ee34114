import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { schemaDifference } from "@/prisma/drift";

/**
 * "Add thanks" at noon on 2 January 2026 UTC becomes `20260102120000_add_thanks`.
 * Throws an `Error` when the title has no letters to make a name of.
 */
export function migrationName(title: string, at: Date): string {
  const stamp = at.toISOString().replace(/\D/g, "").slice(0, 14);
  const words = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  if (!words) throw new Error("A migration needs a name made of letters or digits.");
  return `${stamp}_${words}`;
}

/**
 * Writes `<migrationsDir>/<timestamp>_<name>/migration.sql` with the SQL that leads from the migrations so far
 * to the schema.
 *
 * @param databaseUrl any database of a server on which a scratch database may be created; it is not changed
 * @returns the file's path, or `undefined` when there is no difference
 */
export async function newMigration({
  name,
  at,
  ...places
}: {
  name: string;
  at: Date;
  databaseUrl: string;
  migrationsDir: string;
  schemaDir: string;
}): Promise<string | undefined> {
  const folder = path.join(places.migrationsDir, migrationName(name, at));
  const sql = await schemaDifference(places);
  if (!sql) return undefined;
  await mkdir(folder, { recursive: true });
  // Prisma's own tool wants this file beside the migrations.
  await writeFile(path.join(places.migrationsDir, "migration_lock.toml"), 'provider = "postgresql"\n');
  const file = path.join(folder, "migration.sql");
  await writeFile(file, sql);
  return file;
}
