import type { MemberActor } from "@/lib/server/account/actor";
import { publish, toMember } from "@/lib/server/event/publish";
import { passLiveOffers } from "@/lib/server/offer/pass-live-offers";
import { placesChanged } from "@/lib/server/presence/places-changed";
import { setStatus } from "./set-status";

/**
 * A member is asked nothing until he is resumed; offers that ring at his place pass on, his running chats stay his. What
 * he said of his own availability is kept. Pausing again changes nothing. Errors as in `setStatus`.
 */
export async function pauseMember({
  member,
  memberId,
  reason,
  now,
}: {
  member: MemberActor;
  memberId: string;
  reason?: string;
  now: Date;
}): Promise<void> {
  const { brandId } = member;
  const { hasChanged } = await setStatus({ member, memberId, to: "paused", reason, now });
  if (!hasChanged) return;
  await passLiveOffers({ member: { id: memberId, brandId }, now });
  // His screens read again: the offers are gone from them without his doing.
  await publish([toMember(memberId, "sync", {})]);
  await placesChanged({ brandId, now });
}
