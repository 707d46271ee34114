import { db } from "@/lib/server/database";

/** A browser is sent nothing any more. Somebody else's, or one that is not known, stays as it is. */
export async function unsubscribeDevice({
  userId,
  endpoint,
}: {
  userId: string;
  endpoint: string;
}): Promise<void> {
  await db().pushSubscription.deleteMany({ where: { userId, endpoint } });
}
