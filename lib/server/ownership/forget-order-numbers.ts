import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";

const keptDays = 30;

/** Numbers of orders that nobody has looked at for 30 days are forgotten; what was said stays. */
export async function forgetOrderNumbers({ now }: { now: Date }): Promise<void> {
  await db().ownershipClaim.updateMany({
    where: { orderNumber: { not: null }, statedAt: { lt: later(now, -keptDays * 24 * 3600) } },
    data: { orderNumber: null },
  });
}
