import { createHash } from "node:crypto";
import type { MigrationList } from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { readMigrations } from "@/prisma/files";

/** The advisory lock of whoever migrates. Any fixed number will do, as long as nobody else locks it. */
export const MIGRATION_LOCK = 702_615_331;

const NO_SUCH_TABLE = "42P01";

/** A migration that the database refused. Nothing of it remains; mend it and migrate again. */
export class MigrationError extends Error {
  readonly code = "MIGRATION_FAILED";

  constructor(
    readonly migration: string,
    reason: string,
  ) {
    super(
      `The migration ${migration} failed and was taken back: ${reason} The database is as it was before it; mend the cause and start again.`,
    );
    this.name = "MigrationError";
  }
}

/**
 * Brings a database to the newest of `migrationsDir`, in the table `_prisma_migrations` that Prisma's own
 * `migrate deploy` uses. Each script is one transaction, unless it says BEGIN or COMMIT itself. Processes that
 * migrate at the same time wait for each other.
 *
 * @returns the names applied now, oldest first; empty when there was nothing to do
 * @throws MigrationError when the database refuses a script; the error of `pg` when it cannot be reached
 */
export async function migrate({
  databaseUrl,
  migrationsDir,
  log = () => undefined,
  finish = async () => undefined,
}: {
  databaseUrl: string;
  migrationsDir: string;
  log?: (line: string) => void;
  /** What else belongs to a migrated database; runs after the scripts, by one process at a time. */
  finish?: () => Promise<void>;
}): Promise<{ applied: string[] }> {
  const migrationsList = await readMigrations(migrationsDir);
  const turn = await takeTurn(databaseUrl, log);
  try {
    const applied = (await isUpToDate(turn, migrationsList))
      ? []
      : await applyMissing({ databaseUrl, migrationsList, log });
    await finish();
    return { applied };
  } finally {
    await turn.end();
  }
}

/** Whether the database has every migration as the folder has it, so that the engine need not be loaded to say so. */
async function isUpToDate(client: pg.Client, { migrationDirectories }: MigrationList): Promise<boolean> {
  const rows = await client
    .query<{ name: string; checksum: string; finished: boolean }>(
      `select migration_name as name, checksum, finished_at is not null as finished
       from _prisma_migrations where rolled_back_at is null`,
    )
    .then(
      (answer) => answer.rows,
      (error: { code?: string }) => {
        if (error.code === NO_SUCH_TABLE) return [];
        throw error;
      },
    );
  const checksums = new Map(rows.map(({ name, checksum }) => [name, checksum]));
  return (
    rows.every(({ finished }) => finished) &&
    migrationDirectories.every(
      ({ path: name, migrationFile: { content } }) =>
        content.tag === "ok" && checksums.get(name) === checksumOf(content.value),
    )
  );
}

function checksumOf(script: string): string {
  return createHash("sha256").update(script).digest("hex");
}

async function applyMissing({
  databaseUrl,
  migrationsList,
  log,
}: {
  databaseUrl: string;
  migrationsList: MigrationList;
  log: (line: string) => void;
}): Promise<string[]> {
  const { FILTERS, withSchemaEngine } = await import("@/prisma/schema-engine");
  return withSchemaEngine(databaseUrl, async (engine, refusal) => {
    const before = await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters: FILTERS,
    });
    for (const name of before.editedMigrationNames) {
      log(`The migration ${name} was edited after this database applied it; the edit has no effect here.`);
    }
    // A process that was killed while migrating leaves its mark; its script was rolled back with its connection.
    for (const migrationName of before.failedMigrationNames) {
      await engine.markMigrationRolledBack({ migrationName });
    }
    try {
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: FILTERS });
      return appliedMigrationNames;
    } catch (error) {
      const reason = refusal();
      const failed = await engine.diagnoseMigrationHistory({
        migrationsList,
        optInToShadowDatabase: false,
        filters: FILTERS,
      });
      const [migrationName] = failed.failedMigrationNames;
      if (!reason || !migrationName) throw error;
      await engine.markMigrationRolledBack({ migrationName });
      throw new MigrationError(migrationName, sentenceOf(reason));
    }
  });
}

/** The engine gives up after 10 s when another process migrates; we wait for our turn first, however long. */
async function takeTurn(databaseUrl: string, log: (line: string) => void): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  await client.connect();
  const { rows } = await client.query<{ mine: boolean }>("select pg_try_advisory_lock($1) as mine", [
    MIGRATION_LOCK,
  ]);
  if (!rows[0]?.mine) {
    log("Another process is migrating this database; waiting for it.");
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
  }
  return client;
}

function sentenceOf(error: pg.DatabaseError): string {
  const parts = [error.message, error.detail, error.hint].filter(Boolean).map((part) => String(part).trim());
  const text = parts.map((part) => (/[.!?]$/.test(part) ? part : `${part}.`)).join(" ");
  return error.code ? `${text} (${error.code})` : text;
}
