import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlQueryable, SqlResultSet } from "@prisma/driver-adapter-utils";

/**
 * How Prisma 7 asks for the rows below a list of parents that came back empty: by the link alone, or by a filter and the
 * link. `IN (NULL)` is never true, and nothing else of ours writes it (an empty list of our own becomes `1=0`).
 */
const CHILDREN_OF_NOTHING =
  /(?: WHERE | AND )"public"\."\w+"\."\w+" IN \(NULL\)\)?(?: ORDER BY [^()]+)?(?: LIMIT \$\d+)? OFFSET \$\d+$/;

/** Whether a statement of the client can find nothing, whatever the tables hold. */
export function asksForChildrenOfNothing(sql: string): boolean {
  return CHILDREN_OF_NOTHING.test(sql);
}

/**
 * Prisma's adapter, which answers by itself what can find nothing: reading an empty desk with all its relations would
 * otherwise send 42 statements instead of 17.
 */
export class PrismaPgWithoutEmptyTrips extends PrismaPg {
  override async connect() {
    const adapter = answering(await super.connect());
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolationLevel) => answering(await start(isolationLevel));
    return adapter;
  }
}

function answering<Q extends SqlQueryable>(queryable: Q): Q {
  const send = queryable.queryRaw.bind(queryable);
  queryable.queryRaw = (query) =>
    asksForChildrenOfNothing(query.sql) ? Promise.resolve(nothing()) : send(query);
  return queryable;
}

const nothing = (): SqlResultSet => ({ columnNames: [], columnTypes: [], rows: [] });
