import pg from "pg";
import { pool } from "@/lib/server/database";

/**
 * The database of one test worker, copied from the template when it is not there yet.
 *
 * @param templateUrl address of the migrated database, to which nobody is connected
 * @param worker vitest's number of the worker; files that share a worker share its database one after the other
 * @returns its address, and whether it is empty because it was created now
 */
export async function workerDatabase(
  templateUrl: string,
  worker: string,
): Promise<{ url: string; fresh: boolean }> {
  const url = new URL(templateUrl);
  const template = url.pathname.slice(1);
  const name = `worker_${worker}`;
  url.pathname = "/postgres";
  const admin = new pg.Client({ connectionString: url.href });
  await admin.connect();
  try {
    const { rowCount } = await admin.query("select 1 from pg_database where datname = $1", [name]);
    const fresh = rowCount === 0;
    if (fresh) {
      await admin.query(
        `create database ${admin.escapeIdentifier(name)} template ${admin.escapeIdentifier(template)}`,
      );
    }
    url.pathname = `/${name}`;
    return { url: url.href, fresh };
  } finally {
    await admin.end();
  }
}

let emptying: { client: pg.Client; statement: string } | undefined;

/**
 * Empties every table of this worker's database, jobs included; for `beforeEach`.
 *
 * Rows are deleted with triggers and foreign keys asleep: append-only tables refuse it otherwise, and truncating
 * thirty small tables takes ten times as long.
 */
export async function resetDatabase(): Promise<void> {
  emptying ??= await beginResetting();
  await emptying.client.query(emptying.statement);
}

/** Closes the connection that `resetDatabase` keeps. */
export async function endResetting(): Promise<void> {
  await emptying?.client.end();
  emptying = undefined;
}

async function beginResetting() {
  const client = new pg.Client({ connectionString: pool().options.connectionString });
  await client.connect();
  const { rows } = await client.query<{ table: string }>(
    `select format('%I.%I', schemaname, tablename) as table from pg_tables
     where (schemaname = 'public' and tablename <> '_prisma_migrations')
        or (schemaname = 'graphile_worker' and tablename in ('_private_jobs', '_private_job_queues'))`,
  );
  const { rows: sequences } = await client.query<{ sequence: string }>(
    "select format('%I.%I', schemaname, sequencename) as sequence from pg_sequences where schemaname = 'public'",
  );
  await client.query("set session_replication_role = replica");
  const statement = [
    ...rows.map(({ table }) => `delete from ${table}`),
    ...sequences.map(({ sequence }) => `alter sequence ${sequence} restart`),
  ].join("; ");
  return { client, statement };
}
