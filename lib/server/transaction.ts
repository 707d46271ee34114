import type pg from "pg";
import { db, pool } from "@/lib/server/database";
import { nameOf, sqlThrough } from "@/lib/server/statement";
import type { Prisma } from "@/prisma/generated/client";

export type Tx = Prisma.TransactionClient;

const longestMs = 10_000;

/**
 * Runs `work` in one transaction, which is rolled back when it throws. Hand-written statements go straight to the
 * connection; Prisma takes part from the first use of a model on, which most transactions of the hot paths never need:
 * of five statements each, one costs an eighth of Prisma's own.
 */
export async function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const connection = await pool().connect();
  const ignore = () => undefined;
  // The statement that runs tells of a connection that broke; unheard here, it would end the process.
  connection.on("error", ignore);
  let broken: Error | undefined;
  const { tx, close } = takingPart(connection);
  try {
    await connection.query("BEGIN");
    const result = await work(tx);
    await close();
    const { command } = await connection.query("COMMIT");
    // Somebody caught a statement's failure and went on: PostgreSQL has kept nothing.
    if (command !== "COMMIT") throw new Error("a statement of the transaction had failed");
    return result;
  } catch (error) {
    await close().catch(() => undefined);
    await connection.query("ROLLBACK").catch((reason: Error) => {
      broken = reason;
    });
    throw error;
  } finally {
    connection.removeListener("error", ignore);
    connection.release(broken);
  }
}

/** What takes part in the connection's transaction until `close`; whatever comes later is refused. */
function takingPart(connection: pg.PoolClient): { tx: Tx; close(): Promise<void> } {
  let isOver = false;
  let joined: ReturnType<typeof join> | undefined;
  const stillOpen = () => {
    if (isOver) throw new Error("the transaction is over");
  };
  const sql = sqlThrough(
    {
      query: async (config) => {
        stillOpen();
        return connection.query(config);
      },
    },
    nameOf,
  );
  const model = (name: string) =>
    new Proxy(
      {},
      {
        get:
          (_, method: string) =>
          async (...input: unknown[]) => {
            stillOpen();
            joined ??= join(connection);
            const { client } = await joined;
            const delegate = client[name as "member"] as unknown as Record<
              string,
              (...input: unknown[]) => unknown
            >;
            return delegate[method]?.(...input);
          },
      },
    );
  const tx = new Proxy(sql, {
    get: (own, name: string) => (name in own ? own[name as keyof typeof own] : model(name)),
  });
  return {
    tx: tx as unknown as Tx,
    async close() {
      isOver = true;
      await (await joined)?.leave();
    },
  };
}

/** Prisma takes part in the connection's transaction until it is told to leave. */
function join(connection: pg.PoolClient): Promise<{ client: Tx; leave(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    let leave: () => void = () => undefined;
    const left = new Promise<void>((done) => {
      leave = done;
    });
    const over = pool().lend(connection, () =>
      db().$transaction(
        (client) => {
          resolve({
            client,
            leave() {
              leave();
              return over;
            },
          });
          return left;
        },
        { maxWait: longestMs, timeout: longestMs },
      ),
    );
    over.catch(reject);
  });
}
