import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { toMember } from "@/lib/server/event/publish";
import { dropOwnership } from "./drop-ownership";

/**
 * Somebody owns it no more, or never did: his own, or by a manager a member's. What he only said goes in the same way,
 * without an entry. NOT_FOUND for what is not this member's, and in another brand. Returns the journal's entry.
 */
export async function removeOwnership({
  member,
  memberId,
  ownershipId: id,
  now,
}: {
  member: MemberActor;
  memberId: string;
  ownershipId: string;
  now: Date;
}): Promise<{ auditId: string | null }> {
  return commit(async (tx, emit) => {
    const auditId = await dropOwnership({ tx, member, memberId, owned: { id }, now });
    if (auditId === null) {
      const his = { id, memberId, member: { brandId: member.brandId } };
      const { count } = await tx.ownershipClaim.deleteMany({ where: his });
      if (count === 0) throw new AppError("NOT_FOUND");
    }
    emit(toMember(memberId, "sync", {}));
    return { auditId };
  });
}
