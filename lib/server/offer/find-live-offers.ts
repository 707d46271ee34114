import type { OfferView } from "@/lib/domain/offer/view";
import { db } from "@/lib/server/database";
import { Prisma } from "@/prisma/generated/client";
import { findOffers } from "./find-offers";

/** The offers that a member can accept now, oldest first. */
export async function findLiveOffers({
  memberId,
  now,
}: {
  memberId: string;
  now: Date;
}): Promise<OfferView[]> {
  const where = Prisma.sql`o.member_id = ${memberId} AND o.state IN ('made', 'delivered') AND o.expires_at > ${now}`;
  return (await findOffers({ tx: db(), where })).map(({ view }) => view);
}
