import { AppError } from "@/lib/domain/error";

const MARK = Symbol.for("entraide.tryouts");
/** Next's bundle and our server share one process, and its processor. */
const memory = globalThis as typeof globalThis & { [MARK]?: Set<string> };

/** So many at once in a process, whatever the brands: a tryout is worth waiting for, a conversation is not kept waiting. */
const most = 2;

/**
 * Runs `work` while no other tryout of the brand runs in this process, and few of other brands.
 * @throws TRYOUT_RUNS when there are
 */
export async function oneTryout<T>(brandId: string, work: () => Promise<T>): Promise<T> {
  memory[MARK] ??= new Set();
  const running = memory[MARK];
  if (running.has(brandId) || running.size >= most) throw new AppError("TRYOUT_RUNS");
  running.add(brandId);
  try {
    return await work();
  } finally {
    running.delete(brandId);
  }
}
