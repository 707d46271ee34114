import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { MigrationList, SchemasContainer } from "@prisma/schema-engine-wasm/schema_engine_bg";

/** The migrations of a folder as the engine wants them, in the order of their names. */
export async function readMigrations(migrationsDir: string): Promise<MigrationList> {
  const entries = await readdir(migrationsDir, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: path.resolve(migrationsDir),
    // What Prisma's own tool reads from the file of that name: which kind of database this is.
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: {
            tag: "ok" as const,
            value: await readFile(path.join(migrationsDir, name, "migration.sql"), "utf8"),
          },
        },
      })),
    ),
  };
}

/** The files of a Prisma schema folder as the engine wants them. */
export async function readSchema(schemaDir: string): Promise<SchemasContainer> {
  const names = (await readdir(schemaDir)).filter((name) => name.endsWith(".prisma")).sort();
  return {
    files: await Promise.all(
      names.map(async (name) => ({
        path: path.resolve(schemaDir, name),
        content: await readFile(path.join(schemaDir, name), "utf8"),
      })),
    ),
  };
}
