import { AppError } from "@/lib/domain/error";
import { mayManage } from "@/lib/domain/member/manage";
import type { MemberActor } from "@/lib/server/account/actor";
import { endMembership } from "./end-membership";

/**
 * Takes a member's place away; it can be given back for 30 days. FORBIDDEN for admins, unless by an admin, and for
 * oneself: one leaves. Otherwise as in `endMembership`.
 */
export async function removeMember({
  member,
  memberId,
  now,
}: {
  member: MemberActor;
  memberId: string;
  now: Date;
}): Promise<void> {
  const { brandId, id: actorId } = member;
  if (memberId === actorId) throw new AppError("FORBIDDEN");
  await endMembership({
    brandId,
    memberId,
    actorId,
    action: "removed",
    mayEnd: (role) => {
      if (!mayManage(member.role, role)) throw new AppError("FORBIDDEN");
    },
    now,
  });
}
