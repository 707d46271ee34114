import { readMigrations, readSchema } from "@/prisma/files";
import { FILTERS, withSchemaEngine } from "@/prisma/schema-engine";

/**
 * The SQL that would lead from the migrations to the schema; the empty string when they agree.
 *
 * The migrations run in a shadow database beside `databaseUrl`, which itself is not changed: its user must be
 * allowed to create databases.
 */
export async function schemaDifference({
  databaseUrl,
  migrationsDir,
  schemaDir,
}: {
  databaseUrl: string;
  migrationsDir: string;
  schemaDir: string;
}): Promise<string> {
  const [migrations, schema] = await Promise.all([readMigrations(migrationsDir), readSchema(schemaDir)]);
  return withSchemaEngine(databaseUrl, async (engine) => {
    const { stdout } = await engine.diff({
      from: migrations.migrationDirectories.length ? { tag: "migrations", ...migrations } : { tag: "empty" },
      to: { tag: "schemaDatamodel", ...schema },
      script: true,
      exitCode: null,
      filters: FILTERS,
    });
    const script = stdout ?? "";
    return /^\s*(--[^\n]*\s*)*$/.test(script) ? "" : script;
  });
}
