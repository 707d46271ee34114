import { db } from "@/lib/server/database";

/** Whether a desk of his is open where he can see it: it says everything that a message would. */
export async function isLookedAt(memberId: string, now: Date): Promise<boolean> {
  const screens = await db().lease.count({ where: { memberId, expiresAt: { gt: now }, isHidden: false } });
  return screens > 0;
}
