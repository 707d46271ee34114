import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryPostgres } from "@/lib/start/temporary-postgres";
import { schemaDifference } from "@/prisma/drift";

const here = path.dirname(fileURLToPath(import.meta.url));

/** "Add thanks" at noon on 2 January 2026 UTC becomes `20260102120000_add_thanks`. */
export function migrationName(title: string, at: Date): string {
  const stamp = at.toISOString().replace(/\D/g, "").slice(0, 14);
  const words = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  if (!words) throw new Error("A migration needs a name: npx tsx prisma/new-migration.ts <name>");
  return `${stamp}_${words}`;
}

/**
 * Writes `<migrationsDir>/<timestamp>_<name>/migration.sql` with the SQL that leads from the migrations so far
 * to the schema. Nothing is downloaded: the migrations run in a temporary PostgreSQL. Returns the file's path,
 * or `undefined` when there is no difference.
 */
export async function newMigration({
  name,
  at,
  migrationsDir,
  schemaDir,
}: {
  name: string;
  at: Date;
  migrationsDir: string;
  schemaDir: string;
}): Promise<string | undefined> {
  const folder = path.join(migrationsDir, migrationName(name, at));
  const server = await temporaryPostgres();
  try {
    const sql = await schemaDifference({ databaseUrl: server.url, migrationsDir, schemaDir });
    if (!sql) return undefined;
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(migrationsDir, "migration_lock.toml"), 'provider = "postgresql"\n');
    const file = path.join(folder, "migration.sql");
    await writeFile(file, sql);
    return file;
  } finally {
    await server.stop();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const written = await newMigration({
    name: process.argv.slice(2).join(" "),
    at: new Date(),
    migrationsDir: path.join(here, "migrations"),
    schemaDir: path.join(here, "schema"),
  });
  process.stdout.write(
    written
      ? `Wrote ${path.relative(process.cwd(), written)}. Read it, and add what Prisma cannot say.\n`
      : "The migrations already lead to the schema: nothing to write.\n",
  );
}
