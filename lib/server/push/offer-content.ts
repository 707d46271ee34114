import { db } from "@/lib/server/database";
import { findOffers } from "@/lib/server/offer/find-offers";
import { Prisma } from "@/prisma/generated/client";
import { isLookedAt } from "./is-looked-at";
import type { PushReader } from "./push-reader";

/** Less than this and no device would ring in time. */
const leastSeconds = 10;

/**
 * An offer as its member may read it, and for how many seconds it is worth a ring: while its question waits, he has not
 * answered it, and no screen of his that he can see shows it. One that was given to others since his screen was silent still
 * rings: he may come in time for the open call. Null for any other.
 */
export async function offerContent(
  offerId: string,
  { memberId }: PushReader,
  now: Date,
): Promise<{ text: string; seconds: number } | null> {
  const where = Prisma.sql`o.id = ${offerId} AND o.member_id = ${memberId}
    AND o.state IN ('made', 'delivered', 'withdrawn') AND q.state IN ('asked', 'offering', 'calling')`;
  const [offer] = await findOffers({ tx: db(), where });
  if (!offer || offer.expiresAt <= now) return null;
  if (offer.deliveredAt && (await isLookedAt(memberId, now))) return null;
  const seconds = Math.ceil((offer.expiresAt.getTime() - now.getTime()) / 1000);
  return { text: offer.view.text, seconds: Math.max(leastSeconds, seconds) };
}
