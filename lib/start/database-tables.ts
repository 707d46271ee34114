import { once } from "node:events";
import type pg from "pg";
import { z } from "zod";

/** Tables that say something about the database itself and not about anybody in it. */
export const MIGRATIONS_TABLE = "_prisma_migrations";

/** A table and the columns that can be written. */
export const Table = z.strictObject({ name: z.string().min(1), columns: z.array(z.string().min(1)).min(1) });
export type Table = z.infer<typeof Table>;

async function rowsOf<T>(
  client: pg.Client,
  schema: z.ZodType<T>,
  sql: string,
  values: unknown[] = [],
): Promise<T[]> {
  const { rows } = await client.query(sql, values);
  return z.array(schema).parse(rows);
}

/** The product's tables by name, without the list of migrations; generated columns are left out. */
export async function findTables(client: pg.Client): Promise<Table[]> {
  return rowsOf(
    client,
    Table,
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> $1
       AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     GROUP BY c.relname ORDER BY c.relname`,
    [MIGRATIONS_TABLE],
  );
}

/** The names of the migrations that a database has; `null` when it has never been prepared for the product. */
export async function findMigrations(client: pg.Client): Promise<string[] | null> {
  const [known] = await rowsOf(
    client,
    z.object({ exists: z.boolean() }),
    "SELECT to_regclass('public.' || quote_ident($1)) IS NOT NULL AS exists",
    [MIGRATIONS_TABLE],
  );
  if (!known?.exists) return null;
  const rows = await rowsOf(
    client,
    z.object({ name: z.string() }),
    `SELECT migration_name AS name FROM ${MIGRATIONS_TABLE}
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows.map(({ name }) => name);
}

export const Sequence = z.strictObject({ name: z.string().min(1), value: z.string().regex(/^-?\d+$/) });
export type Sequence = z.infer<typeof Sequence>;

/** The last number of every sequence that has given one. */
export async function findSequences(client: pg.Client): Promise<Sequence[]> {
  return rowsOf(
    client,
    Sequence,
    `SELECT sequencename AS name, last_value::text AS value FROM pg_sequences
     WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY 1`,
  );
}

export const Job = z.strictObject({
  task: z.string().min(1),
  payload: z.unknown(),
  queue: z.string().nullable(),
  runAt: z.string(),
  maxAttempts: z.number(),
  key: z.string().nullable(),
  priority: z.number(),
  flags: z.array(z.string()).nullable(),
});
export type Job = z.infer<typeof Job>;

/**
 * What waits in the queue or runs at this moment. Left out: what has failed for good, and what the queue's own
 * timetable adds again.
 */
export async function findJobs(client: pg.Client): Promise<Job[]> {
  return rowsOf(
    client,
    Job,
    `SELECT t.identifier AS task, j.payload, q.queue_name AS queue, j.run_at::text AS "runAt",
       j.max_attempts::int AS "maxAttempts", j.key, j.priority::int,
       ARRAY(SELECT jsonb_object_keys(j.flags)) AS flags
     FROM graphile_worker._private_jobs j
     JOIN graphile_worker._private_tasks t ON t.id = j.task_id
     LEFT JOIN graphile_worker._private_job_queues q ON q.id = j.job_queue_id
     WHERE j.attempts < j.max_attempts AND (j.payload -> '_cron') IS NULL
     ORDER BY j.id`,
  );
}

/** Puts a job back through the queue's own door, so that its tables may look different by then. */
export async function addJob(client: pg.Client, job: Job): Promise<void> {
  await client.query(
    `SELECT graphile_worker.add_job($1, payload => $2::json, queue_name => $3, run_at => $4::timestamptz,
       max_attempts => $5, job_key => $6, priority => $7, flags => $8::text[])`,
    [
      job.task,
      JSON.stringify(job.payload),
      job.queue,
      job.runAt,
      job.maxAttempts,
      job.key,
      job.priority,
      job.flags?.length ? job.flags : null,
    ],
  );
}

/**
 * Resolves when what runs on the connection from now on is over, its end included: a COPY stream ends before that, and
 * the next statement must wait. Call it before the statement begins; await what it gives back.
 */
export function whenIdle(client: pg.Client): Promise<unknown> {
  const idle = once(client, "drain");
  // A connection that breaks is told by the stream first.
  idle.catch(() => undefined);
  return idle;
}

/** Makes what COPY writes and reads the same whatever the server's or the role's settings are. */
export async function settleSession(client: pg.Client): Promise<void> {
  await client.query(
    `SET client_encoding = 'UTF8'; SET datestyle = 'ISO'; SET intervalstyle = 'postgres'; SET timezone = 'UTC';
     SET extra_float_digits = 3; SET search_path = public; SET statement_timeout = 0; SET lock_timeout = 0;
     SET idle_in_transaction_session_timeout = 0`,
  );
}
