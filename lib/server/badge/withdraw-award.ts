import { AppError } from "@/lib/domain/error";
import { Names } from "@/lib/domain/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { commit } from "@/lib/server/commit";
import { toMember } from "@/lib/server/event/publish";
import { awardChanged } from "./award-changed";

/**
 * Takes an award back. The member reads the reason, and computing anew does not give it again. NOT_FOUND for another
 * brand's; AWARD_WITHDRAWN when it was taken back already. Returns the journal's entry, by which it can be undone.
 */
export async function withdrawAward({
  member,
  awardId,
  reason,
  now,
}: {
  member: MemberActor;
  awardId: string;
  reason: string;
  now: Date;
}): Promise<{ auditId: string }> {
  const { brandId, id: actorId } = member;
  return commit(async (tx, emit) => {
    const award = await tx.award.findFirst({ where: { id: awardId, brandId }, include: { badge: true } });
    if (!award) throw new AppError("NOT_FOUND");
    const { count } = await tx.award.updateMany({
      where: { id: awardId, withdrawnAt: null },
      data: { withdrawnAt: now, withdrawnFor: reason, withdrawnById: actorId },
    });
    if (count === 0) throw await awardChanged(tx, { brandId, awardId });
    const auditId = await recordAudit(tx, {
      brandId,
      actorId,
      action: "withdrawn",
      subject: `award:${awardId}`,
      before: { names: Names.parse(award.badge.names), level: award.badge.level },
      after: { reason },
      at: now,
    });
    emit(toMember(award.memberId, "sync", {}));
    return { auditId };
  });
}
