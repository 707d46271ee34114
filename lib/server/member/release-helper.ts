import { loseHelper } from "@/lib/server/chat/lose-helper";
import { db } from "@/lib/server/database";
import { endConnections } from "@/lib/server/event/end-connections";
import { passLiveOffers } from "@/lib/server/offer/pass-live-offers";

/**
 * What follows once somebody has no place any more (he left, was removed or suspended): his offers pass on, the chats that
 * he carries are routed again with their transcripts, his sockets are cut off. What is not done when the process ends
 * here is done by the routing clock, since his screens are dead.
 */
export async function releaseHelper({
  brandId,
  memberId,
  now,
}: {
  brandId: string;
  memberId: string;
  now: Date;
}): Promise<void> {
  await passLiveOffers({ member: { id: memberId, brandId }, now });
  const carried = await db().segment.findMany({
    where: { memberId, brandId, state: "open" },
    orderBy: [{ startedAt: "asc" }, { id: "asc" }],
    select: { chatId: true },
  });
  for (const { chatId } of carried) await loseHelper({ chatId, memberId, now });
  await endConnections(memberId);
}
