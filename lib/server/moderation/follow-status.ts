import { loseHelper } from "@/lib/server/chat/lose-helper";
import { db } from "@/lib/server/database";
import { endConnections } from "@/lib/server/event/end-connections";
import { publish, toMember } from "@/lib/server/event/publish";
import { passLiveOffers } from "@/lib/server/offer/pass-live-offers";
import { placesChanged } from "@/lib/server/presence/places-changed";
import type { StatusKind } from "./change-status";

/**
 * What follows a change of standing once it is committed: offers that ring pass on, chats of the suspended are routed
 * again with their transcripts, his screens are cut off. What is not done when the process ends here is done by the
 * routing clock, since his screens are dead.
 */
export async function followStatus({
  brandId,
  memberId,
  kind,
  now,
}: {
  brandId: string;
  memberId: string;
  kind: StatusKind;
  now: Date;
}): Promise<void> {
  if (kind === "pause" || kind === "suspend")
    await passLiveOffers({ member: { id: memberId, brandId }, now });
  if (kind === "suspend") {
    const carried = await db().segment.findMany({
      where: { memberId, brandId, state: "open" },
      orderBy: [{ startedAt: "asc" }, { id: "asc" }],
      select: { chatId: true },
    });
    for (const { chatId } of carried) await loseHelper({ chatId, memberId, now });
  }
  // His screens read again: offers and chats are gone from them without his doing, or they are his no more.
  if (kind === "pause" || kind === "suspend") await publish([toMember(memberId, "sync", {})]);
  if (kind === "suspend") await endConnections(memberId);
  await placesChanged({ brandId, now });
}
