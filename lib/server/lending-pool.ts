import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";

/** What begins and ends a transaction: said by its owner alone. */
const bounds = new Set(["BEGIN", "COMMIT", "ROLLBACK"]);

/**
 * A pool that can lend one connection of its own, in the middle of a transaction, to a client that believes that it
 * begins one: so Prisma's models take part in a transaction that is not Prisma's.
 */
export class LendingPool extends pg.Pool {
  // Of the pool and not of the module, of which a process can hold two copies.
  readonly #lent = new AsyncLocalStorage<{ connection: pg.PoolClient | null }>();

  /** The next connection that `work` asks for is this one. Throws when it has asked for none. */
  async lend<T>(connection: pg.PoolClient, work: () => Promise<T>): Promise<T> {
    const loan: { connection: pg.PoolClient | null } = { connection };
    const result = await this.#lent.run(loan, work);
    if (loan.connection) throw new Error("the connection was lent to nobody");
    return result;
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Parameters<pg.Pool["connect"]>[0]): void;
  override connect(callback?: Parameters<pg.Pool["connect"]>[0]): Promise<pg.PoolClient> | undefined {
    if (callback) {
      super.connect(callback);
      return;
    }
    const loan = this.#lent.getStore();
    if (!loan?.connection) return super.connect();
    const { connection } = loan;
    loan.connection = null;
    return Promise.resolve(borrowed(connection));
  }
}

/** The connection as its borrower sees it: he neither ends its transaction nor gives it back to the pool. */
function borrowed(connection: pg.PoolClient): pg.PoolClient {
  const nothing = { rows: [], fields: [], rowCount: 0, command: "", oid: 0 };
  return {
    query: (config: pg.QueryConfig) =>
      bounds.has(config.text) ? Promise.resolve(nothing) : connection.query(config),
    on: () => undefined,
    removeListener: () => undefined,
    release: () => undefined,
  } as unknown as pg.PoolClient;
}
