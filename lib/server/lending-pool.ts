import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";

/** What begins and ends a transaction: said by its owner alone. */
const bounds = new Set(["BEGIN", "COMMIT", "ROLLBACK"]);

type Loan = { connection: pg.PoolClient; isTaken: boolean; isOver: boolean };

/**
 * A pool that can lend one connection of its own, in the middle of a transaction, to a client that believes that it
 * begins one: so Prisma's models take part in a transaction that is not Prisma's.
 */
export class LendingPool extends pg.Pool {
  // Of the pool and not of the module, of which a process can hold two copies.
  readonly #loans = new AsyncLocalStorage<Loan>();

  /** The next connection that `work` asks for is this one, until `work` is done. Throws when it has asked for none. */
  async lend<T>(connection: pg.PoolClient, work: () => Promise<T>): Promise<T> {
    const loan: Loan = { connection, isTaken: false, isOver: false };
    try {
      const result = await this.#loans.run(loan, work);
      if (!loan.isTaken) throw new Error("the connection was lent to nobody");
      return result;
    } finally {
      loan.isOver = true;
    }
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Parameters<pg.Pool["connect"]>[0]): void;
  override connect(callback?: Parameters<pg.Pool["connect"]>[0]): Promise<pg.PoolClient> | undefined {
    if (callback) {
      super.connect(callback);
      return;
    }
    const loan = this.#loans.getStore();
    if (!loan || loan.isTaken) return super.connect();
    loan.isTaken = true;
    return Promise.resolve(borrowed(loan));
  }
}

/** The connection as its borrower sees it: he neither ends its transaction nor gives it back to the pool. */
function borrowed(loan: Loan): pg.PoolClient {
  const nothing = { rows: [], fields: [], rowCount: 0, command: "", oid: 0 };
  return {
    async query(config: pg.QueryConfig) {
      if (loan.isOver) throw new Error("the connection was given back");
      return bounds.has(config.text) ? nothing : loan.connection.query(config);
    },
    on: () => undefined,
    removeListener: () => undefined,
    release: () => undefined,
  } as unknown as pg.PoolClient;
}
