import { publish, toMember } from "@/lib/server/event/publish";
import { releaseHelper } from "@/lib/server/member/release-helper";
import { passLiveOffers } from "@/lib/server/offer/pass-live-offers";
import { placesChanged } from "@/lib/server/presence/places-changed";
import { findCoaches } from "@/lib/server/training/find-coaches";
import type { StatusKind } from "./change-status";

/**
 * What follows a change of standing once it is committed: offers that ring for the paused pass on, the suspended is
 * released from all that he carries, and newcomers who have no coach by it find another.
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
  if (kind === "pause") await passLiveOffers({ member: { id: memberId, brandId }, now });
  // His screens read again: offers and chats are gone from them without his doing, or they are his no more.
  if (kind === "pause" || kind === "suspend") await publish([toMember(memberId, "sync", {})]);
  if (kind === "suspend") await releaseHelper({ brandId, memberId, now });
  if (kind !== "pause") await findCoaches({ brandId, now });
  await placesChanged({ brandId, now });
}
