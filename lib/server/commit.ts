import { type Emit, type Outgoing, publish } from "@/lib/server/event/publish";
import { type Tx, transaction } from "@/lib/server/transaction";

export type { Tx };

/** PostgreSQL gave up one of two transactions that waited for each other, or saw each other's writes. */
const givenUp = new Set(["40001", "40P01"]);
const maxAttempts = 5;

function sqlState(error: unknown): string | undefined {
  const found =
    (error as { meta?: { driverAdapterError?: { cause?: { originalCode?: string } } }; code?: string }) ?? {};
  if (found.code === "P2034") return "40001";
  return found.meta?.driverAdapterError?.cause?.originalCode ?? found.code;
}

/** Runs `work` until PostgreSQL does not give it up for another's sake; at most five times. */
export async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= maxAttempts || !givenUp.has(sqlState(error) ?? "")) throw error;
    }
  }
}

/**
 * Runs `work` in one transaction and publishes the events it collected once that is committed. `work` may run several
 * times (a deadlock is tried again), so it must do nothing but read and write through `tx`.
 */
export async function commit<T>(work: (tx: Tx, emit: Emit) => Promise<T>): Promise<T> {
  const { result, events } = await retried(async () => {
    const events: Outgoing[] = [];
    const result = await transaction((tx) => work(tx, (...more) => events.push(...more)));
    return { result, events };
  });
  await publish(events);
  return result;
}
