import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { routeWaiting } from "@/lib/server/routing/route-waiting";
import { declineOffer } from "./decline-offer";

/** A member who stops taking questions passes those that still ring; the others that wait are looked at without him. */
export async function passLiveOffers({
  member,
  now,
}: {
  member: Pick<MemberActor, "id" | "brandId">;
  now: Date;
}): Promise<void> {
  const offers = await db().offer.findMany({
    where: { memberId: member.id, state: { in: ["made", "delivered"] } },
    select: { id: true },
  });
  for (const { id } of offers) await declineOffer({ member, offerId: id, now });
  await routeWaiting({ brandId: member.brandId, now });
}
