import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { commit } from "@/lib/server/commit";

/**
 * Somebody owns it no more, or never did: his own, or by a manager a member's. What he only said goes in the same way.
 * NOT_FOUND for what is not this member's, and in another brand.
 */
export async function removeOwnership({
  member: { id: actorId, brandId },
  memberId,
  ownershipId,
  now,
}: {
  member: MemberActor;
  memberId: string;
  ownershipId: string;
  now: Date;
}): Promise<void> {
  await commit(async (tx) => {
    const his = { id: ownershipId, memberId, member: { brandId } };
    const owned = await tx.ownership.findFirst({ where: his, select: { product: true } });
    if (!owned) {
      const { count } = await tx.ownershipClaim.deleteMany({ where: his });
      if (count === 0) throw new AppError("NOT_FOUND");
      return;
    }
    const { count } = await tx.ownership.deleteMany({ where: { id: ownershipId } });
    if (count === 0) throw new AppError("NOT_FOUND");
    await recordAudit(tx, {
      brandId,
      actorId,
      action: "disowned",
      subject: `member:${memberId}`,
      before: { owns: owned.product },
      at: now,
    });
  });
}
