import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { commit } from "@/lib/server/commit";
import { setCounting } from "./set-counting";
import { followCounting, holdReview } from "./settle";

/**
 * Takes the decision on a review back: what was held is held again, what counted counts. CHANGED_MEANWHILE when it is
 * open, or another of its kind was opened since; NOT_FOUND in another brand; OWN_MATTER on oneself.
 */
export async function reopenReview({
  member,
  reviewId,
  undoes,
  now,
}: {
  member: MemberActor;
  reviewId: string;
  undoes?: bigint;
  now: Date;
}): Promise<{ version: number; auditId: string }> {
  const { brandId, id: actorId } = member;
  return commit(async (tx, emit) => {
    const { memberId, kind, otherId, items, decidedAt } = await holdReview({ tx, member, reviewId });
    const isTaken = await tx.review.count({ where: { memberId, kind, otherId, decidedAt: null } });
    if (!decidedAt || isTaken > 0) throw new AppError("CHANGED_MEANWHILE", { name: "nobody" });
    await tx.review.update({
      where: { id: reviewId },
      data: { outcome: null, decidedAt: null, decidedById: null, reason: null },
    });
    const ids = (isHeld: boolean) => items.flatMap((item) => (item.isHeld === isHeld ? [item.thanksId] : []));
    const common = { tx, sourceId: reviewId, now };
    const memberIds = [
      ...(await setCounting({ ...common, thanksIds: ids(true), counts: false })),
      ...(await setCounting({ ...common, thanksIds: ids(false), counts: true })),
    ];
    await followCounting({ tx, emit, brandId, memberIds: [...new Set(memberIds)].sort() });
    const auditId = await recordAudit(tx, {
      brandId,
      actorId,
      action: "reopened",
      subject: `review:${reviewId}`,
      undoes,
      at: now,
    });
    return { version: 1, auditId };
  });
}
