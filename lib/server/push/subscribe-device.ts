import type { Subscribe } from "@/lib/domain/push/schema";
import type { Tx } from "@/lib/server/commit";
import { commit } from "@/lib/server/commit";
import { checkEndpoint } from "./check-endpoint";

/** More browsers than anybody looks at; the oldest make room. */
const mostDevices = 10;

/**
 * Lets a browser be sent messages for as long as its session lasts. The same browser again renews its keys; somebody else
 * who signs in on it takes it over. INVALID_INPUT for an endpoint that we would not call.
 */
export async function subscribeDevice({
  userId,
  sessionId,
  input: { endpoint, keys },
  now,
}: {
  userId: string;
  sessionId: string;
  input: Subscribe;
  now: Date;
}): Promise<void> {
  checkEndpoint(endpoint);
  const own = { userId, sessionId, ...keys, createdAt: now };
  await commit(async (tx) => {
    await tx.pushSubscription.upsert({ where: { endpoint }, create: { endpoint, ...own }, update: own });
    await forgetOldest(tx, userId);
  });
}

async function forgetOldest(tx: Tx, userId: string): Promise<void> {
  const old = await tx.pushSubscription.findMany({
    where: { userId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip: mostDevices,
    select: { id: true },
  });
  if (old.length > 0)
    await tx.pushSubscription.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } });
}
