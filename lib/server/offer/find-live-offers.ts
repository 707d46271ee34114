import type { OfferView } from "@/lib/domain/offer/view";
import { db } from "@/lib/server/database";
import { offerSelect, offerView } from "./offer-view";

/** The offers that a member can accept now, oldest first. */
export async function findLiveOffers({
  memberId,
  now,
}: {
  memberId: string;
  now: Date;
}): Promise<OfferView[]> {
  const offers = await db().offer.findMany({
    where: { memberId, state: { in: ["made", "delivered"] }, expiresAt: { gt: now } },
    orderBy: [{ madeAt: "asc" }, { id: "asc" }],
    select: offerSelect,
  });
  return offers.map(offerView);
}
