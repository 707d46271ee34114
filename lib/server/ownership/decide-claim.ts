import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { toMember } from "@/lib/server/event/publish";
import { writeOwnership } from "./write-ownership";

/** `statedAt` is of the claim as the manager saw it. */
type Decision = { statedAt: string } & ({ isTrue: true } | { isTrue: false; reason: string });

/**
 * A manager has looked at what a member says that he owns: it is true, or he could not find it and says why. Either way
 * the order's number is gone. NOT_FOUND in another brand and for what somebody else has decided; OWN_MATTER for his own;
 * CHANGED_MEANWHILE where the member has said it again since, with another day or another number.
 */
export async function decideClaim({
  member: { id: actorId, brandId },
  claimId,
  decision,
  now,
}: {
  member: MemberActor;
  claimId: string;
  decision: Decision;
  now: Date;
}): Promise<void> {
  await commit(async (tx, emit) => {
    await tx.$queryRaw`SELECT id FROM ownership_claims WHERE id = ${claimId} FOR NO KEY UPDATE`;
    const claim = await tx.ownershipClaim.findFirst({ where: { id: claimId, brandId, declinedAt: null } });
    if (!claim) throw new AppError("NOT_FOUND");
    const { memberId, product, since, orderNumber } = claim;
    if (memberId === actorId) throw new AppError("OWN_MATTER");
    if (claim.statedAt.getTime() !== Date.parse(decision.statedAt)) {
      const { displayName } = await tx.member.findUniqueOrThrow({ where: { id: memberId } });
      throw new AppError("CHANGED_MEANWHILE", { name: displayName });
    }
    if (decision.isTrue) {
      const proof = orderNumber === null ? "checked" : "order";
      await writeOwnership({ tx, brandId, memberId, product, since, proof, actorId, now });
    } else {
      await tx.ownershipClaim.update({
        where: { id: claimId },
        data: { declinedAt: now, declinedFor: decision.reason, orderNumber: null },
      });
    }
    emit(toMember(memberId, "sync", {}));
  });
}
