import { restorableDays } from "@/lib/domain/member/manage";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { endMembership } from "./end-membership";

/**
 * A member leaves and asks that everything of his be erased: he has no place from now on, and in 30 days `eraseMembers`
 * makes it final. Until then he can take it back himself. LAST_ADMIN when nobody else could look after the brand.
 * Resolves with the day.
 */
export async function requestErasure({ member, now }: { member: MemberActor; now: Date }): Promise<Date> {
  const { id, brandId } = member;
  const eraseAt = later(now, restorableDays * 86_400);
  await endMembership({ brandId, memberId: id, actorId: id, action: "left", eraseAt, now });
  return eraseAt;
}
