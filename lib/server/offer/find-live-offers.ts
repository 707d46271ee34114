import type { OfferView } from "@/lib/domain/offer/view";
import { db } from "@/lib/server/database";
import { Prisma } from "@/prisma/generated/client";
import { findOffers } from "./find-offers";

/** Whether an offer `o` is one that a member can accept now. */
export function isLive(memberId: string, now: Date): Prisma.Sql {
  return Prisma.sql`o.member_id = ${memberId} AND o.state IN ('made', 'delivered') AND o.expires_at > ${now}`;
}

/** The offers that a member can accept now, oldest first. */
export async function findLiveOffers({
  memberId,
  now,
}: {
  memberId: string;
  now: Date;
}): Promise<OfferView[]> {
  return (await findOffers({ tx: db(), where: isLive(memberId, now) })).map(({ view }) => view);
}
