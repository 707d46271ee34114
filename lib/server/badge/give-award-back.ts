import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { commit } from "@/lib/server/commit";
import { toMember } from "@/lib/server/event/publish";
import { awardChanged } from "./award-changed";
import { earnBadges } from "./earn-badges";

/**
 * Gives an award back that was taken back: it is what facts and rules say of it now. AWARD_GIVEN_BACK when
 * somebody did so already, NOT_FOUND in another brand, OWN_MATTER on oneself.
 */
export async function giveAwardBack({
  member,
  awardId,
  undoes,
  now,
}: {
  member: MemberActor;
  awardId: string;
  undoes?: bigint;
  now: Date;
}): Promise<{ version: number; auditId: string }> {
  const { brandId, id: actorId } = member;
  return commit(async (tx, emit) => {
    const award = await tx.award.findFirst({ where: { id: awardId, brandId }, select: { memberId: true } });
    if (!award) throw new AppError("NOT_FOUND");
    if (award.memberId === actorId) throw new AppError("OWN_MATTER");
    const { count } = await tx.award.updateMany({
      where: { id: awardId, withdrawnAt: { not: null } },
      data: { withdrawnAt: null, withdrawnFor: null, withdrawnById: null },
    });
    if (count === 0) throw await awardChanged(tx, { brandId, awardId });
    const auditId = await recordAudit(tx, {
      brandId,
      actorId,
      action: "restored",
      subject: `award:${awardId}`,
      undoes,
      at: now,
    });
    await earnBadges({ tx, memberId: award.memberId, brandId });
    emit(toMember(award.memberId, "sync", {}));
    return { version: 1, auditId };
  });
}
