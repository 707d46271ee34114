import { setTimeout as pause } from "node:timers/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "@/lib/server/env";
import { LendingPool } from "@/lib/server/lending-pool";
import { nameOf, type Sql, sqlThrough } from "@/lib/server/statement";
import { PrismaClient } from "@/prisma/generated/client";

const MEMO = Symbol.for("entraide.database");
// Next's bundle and the server's own modules are two copies in one process; they share one pool.
const memory = globalThis as typeof globalThis & { [MEMO]?: { pool?: LendingPool; client?: PrismaClient } };

function shared() {
  memory[MEMO] ??= {};
  return memory[MEMO];
}

/** The process's connection pool, for hand-written statements where a client object would only be in the way. */
export function pool(): LendingPool {
  const state = shared();
  if (!state.pool) {
    state.pool = new LendingPool({
      connectionString: env().DATABASE_URL,
      max: env().DATABASE_POOL,
      application_name: "entraide",
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
      // A statement that nobody waits for any more must not hold its locks.
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 30_000,
    });
    // An idle connection that the server closes is replaced at the next query; unheard, it would end the process.
    state.pool.on("error", () => undefined);
  }
  return state.pool;
}

/** The process's database client, on the same connections as `pool()`; hand-written statements go past Prisma. */
export function db(): PrismaClient {
  const state = shared();
  if (!state.client) {
    const client = new PrismaClient({ adapter: new PrismaPg(pool(), { statementNameGenerator: nameOf }) });
    const sql: Sql = sqlThrough(pool(), nameOf);
    state.client = new Proxy(client, {
      get: (prisma, name) => (name in sql ? sql[name as keyof Sql] : Reflect.get(prisma, name, prisma)),
    });
  }
  return state.client;
}

/** Ends the client and its connections, after the last use. A later `db()` opens new ones. */
export async function closeDatabase(): Promise<void> {
  const state = memory[MEMO];
  delete memory[MEMO];
  await state?.client?.$disconnect();
  await state?.pool?.end();
}

/** What PostgreSQL said, wherever the error came through: `pg`, a Prisma model call, or Prisma's raw SQL. */
type Violation = { sqlState: string; constraint: string | undefined; message: string };

type Fields = Record<string, unknown>;

function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null ? (value as Fields) : undefined;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/**
 * Told by their shape and not by `instanceof`: Next's bundle and the server's own modules hold two copies of
 * every class.
 */
function violationOf(error: unknown): Violation | undefined {
  const top = fieldsOf(error);
  if (!top) return undefined;
  // A driver adapter's error: below `meta` of Prisma's own errors, or bare.
  const adapter = fieldsOf(fieldsOf(top.meta)?.driverAdapterError) ?? top;
  const cause = fieldsOf(adapter.cause);
  if (cause && typeof cause.originalCode === "string") {
    return {
      sqlState: cause.originalCode,
      constraint: textOf(fieldsOf(cause.constraint)?.index) || undefined,
      message: textOf(cause.originalMessage),
    };
  }
  if (typeof top.code === "string" && /^[0-9A-Z]{5}$/.test(top.code) && "severity" in top) {
    return {
      sqlState: top.code,
      constraint: textOf(top.constraint) || undefined,
      message: textOf(top.message),
    };
  }
  return undefined;
}

function violates(error: unknown, sqlState: string, constraint: string | undefined): boolean {
  const violation = violationOf(error);
  if (violation?.sqlState !== sqlState) return false;
  if (constraint === undefined) return true;
  // Where only the message names it, the quotes around the name depend on the server's language.
  return violation.constraint === undefined
    ? violation.message.split(/[\s"'«»„“”]+/).includes(constraint)
    : violation.constraint === constraint;
}

/**
 * Whether `error` says that a row exists already (SQLSTATE 23505).
 * @param constraint name of the unique constraint or index it must be about; any, when left out
 */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return violates(error, "23505", constraint);
}

/**
 * Whether `error` says that a CHECK constraint refused a row (SQLSTATE 23514).
 * @param constraint name of the constraint it must be about; any, when left out
 */
export function isCheckViolation(error: unknown, constraint?: string): boolean {
  return violates(error, "23514", constraint);
}

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 5_000;
const PULSE_MS = 15_000;

export type Listener = { stop(): Promise<void> };

/**
 * Hears `NOTIFY <channel>` on a connection of its own, reconnecting for as long as it takes.
 *
 * Notifications sent while the connection was down are lost: `onConnected` runs each time listening begins,
 * the first time included, and is the moment to look at the tables.
 *
 * Resolves once listening has begun; handlers must not throw.
 */
export async function listen(
  channel: string,
  onNotify: (payload: string) => void,
  onConnected: () => void = () => undefined,
): Promise<Listener> {
  const stopping = new AbortController();
  let client: pg.Client | undefined;
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });

  const running = (async () => {
    let retryMs = FIRST_RETRY_MS;
    while (!stopping.signal.aborted) {
      client = new pg.Client({
        connectionString: env().DATABASE_URL,
        application_name: `entraide listen ${channel}`,
        connectionTimeoutMillis: 5_000,
        query_timeout: 5_000,
        keepAlive: true,
      });
      const lost = endOf(client);
      client.on("notification", ({ payload }) => onNotify(payload ?? ""));
      try {
        await client.connect();
        await client.query(`listen ${client.escapeIdentifier(channel)}`);
        if (stopping.signal.aborted) break;
        retryMs = FIRST_RETRY_MS;
        begin();
        onConnected();
        await Promise.race([lost, pulse(client, stopping.signal)]);
      } catch {
        // The loop is the answer to every failure: wait, and connect again.
      } finally {
        await client.end().catch(() => undefined);
      }
      await pause(retryMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
    }
    begin();
  })();

  await begun;
  return {
    async stop() {
      stopping.abort();
      await client?.end().catch(() => undefined);
      await running;
    },
  };
}

function endOf(client: pg.Client): Promise<void> {
  return new Promise((resolve) => {
    client.on("error", () => resolve());
    client.on("end", () => resolve());
  });
}

/** Asks for a sign of life now and then: a connection that a firewall dropped says nothing by itself. Rejects when there is none. */
async function pulse(client: pg.Client, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await pause(PULSE_MS, undefined, { signal, ref: false });
    await client.query("select 1");
  }
}
