import type { DecideReview } from "@/lib/domain/review/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { changedMeanwhile } from "@/lib/server/audit/changed-meanwhile";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { commit } from "@/lib/server/commit";
import { setCounting } from "./set-counting";
import { followCounting, holdReview } from "./settle";

/**
 * Says whether the thanks of a review count after all or earn nothing, and brings awards in line. CHANGED_MEANWHILE when
 * somebody was first, NOT_FOUND in another brand, OWN_MATTER on oneself. Returns the journal's entry, by which it can be undone.
 */
export async function decideReview({
  member,
  reviewId,
  input: { outcome, reason },
  now,
}: {
  member: MemberActor;
  reviewId: string;
  input: DecideReview;
  now: Date;
}): Promise<{ auditId: string }> {
  const { brandId, id: actorId } = member;
  const subject = `review:${reviewId}` as const;
  return commit(async (tx, emit) => {
    const { items, decidedAt } = await holdReview({ tx, member, reviewId });
    if (decidedAt) throw await changedMeanwhile(tx, { brandId, subject });
    await tx.review.update({
      where: { id: reviewId },
      data: { outcome, decidedAt: now, decidedById: actorId, reason: reason || null },
    });
    const thanksIds = items.map(({ thanksId }) => thanksId);
    const counts = outcome === "counts";
    const memberIds = await setCounting({ tx, thanksIds, counts, sourceId: reviewId, now });
    await followCounting({ tx, emit, brandId, memberIds });
    const auditId = await recordAudit(tx, {
      brandId,
      actorId,
      action: "decided",
      subject,
      after: { outcome },
      at: now,
    });
    return { auditId };
  });
}
