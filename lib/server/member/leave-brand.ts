import type { MemberActor } from "@/lib/server/account/actor";
import { endMembership } from "./end-membership";

/** A member gives his own place up; he comes back by invitation. LAST_ADMIN when nobody else could look after the brand. */
export async function leaveBrand({ member, now }: { member: MemberActor; now: Date }): Promise<void> {
  const { id, brandId } = member;
  await endMembership({ brandId, memberId: id, actorId: id, action: "left", now });
}
