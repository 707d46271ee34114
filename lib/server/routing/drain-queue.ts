import { db } from "@/lib/server/database";
import { wakeClock } from "./wake-clock";

/**
 * Somebody of the brand came, opened or has a place again: the questions that called everybody and wait are looked at
 * anew, by the clock, at once.
 */
export async function drainQueue({ brandId, now }: { brandId: string; now: Date }): Promise<void> {
  const { count } = await db().question.updateMany({
    where: { brandId, state: "calling", OR: [{ wakeAt: null }, { wakeAt: { gt: now } }] },
    data: { wakeAt: now },
  });
  if (count > 0) await wakeClock(now);
}
