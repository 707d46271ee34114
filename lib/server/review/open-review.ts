import { type ReviewKind, reviewRules } from "@/lib/domain/review/suspect";
import { later } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/commit";

const daySeconds = 24 * 3600;

/**
 * Puts a thanks that looks arranged into the open review of its kind, which is made where there is none. What belongs to
 * the same picture and counts already is shown beside it, and goes on counting. Nobody but managers learns of it. The
 * caller holds the member's row. Returns the review's id.
 */
export async function openReview({
  tx,
  brandId,
  memberId,
  otherId,
  kind,
  thanksId,
  visitorId,
  now,
}: {
  tx: Tx;
  brandId: string;
  memberId: string;
  /** The other member of a swap. */
  otherId: string | null;
  kind: ReviewKind;
  thanksId: string;
  visitorId: string;
  now: Date;
}): Promise<string> {
  const known = await tx.review.findFirst({
    where: { memberId, kind, otherId, decidedAt: null },
    select: { id: true },
  });
  const review =
    known ??
    (await tx.review.create({
      data: { brandId, memberId, kind, otherId, openedAt: now },
      select: { id: true },
    }));
  const beside = await belonging({ tx, memberId, otherId, kind, thanksId, visitorId, now });
  await tx.reviewItem.createMany({
    data: [
      { thanksId, reviewId: review.id, isHeld: true },
      ...beside.map(({ id }) => ({ thanksId: id, reviewId: review.id, isHeld: false })),
    ],
    skipDuplicates: true,
  });
  return review.id;
}

/** Earlier thanks that the review is about, too; those that another review has already stay there. */
async function belonging({
  tx,
  memberId,
  otherId,
  kind,
  thanksId,
  visitorId,
  now,
}: {
  tx: Tx;
  memberId: string;
  otherId: string | null;
  kind: ReviewKind;
  thanksId: string;
  visitorId: string;
  now: Date;
}): Promise<{ id: string }[]> {
  const before = (seconds: number) => ({
    id: { not: thanksId },
    thankedAt: { gt: later(now, -seconds) },
  });
  const find = (where: object) => tx.thanks.findMany({ where, select: { id: true } });
  if (kind === "swap")
    return find({
      ...before(reviewRules.swapDays * daySeconds),
      OR: [
        { memberId: otherId, fromMemberId: memberId },
        { memberId, fromMemberId: otherId },
      ],
    });
  if (kind === "visitor")
    return find({ ...before(reviewRules.visitorDays * daySeconds), memberId, visitorId });
  if (kind === "burst")
    return tx.$queryRaw<{ id: string }[]>`
      SELECT t.id FROM thanks t JOIN ratings r ON r.id = t.rating_id JOIN segments s ON s.id = r.segment_id
      WHERE t.member_id = ${memberId} AND t.id <> ${thanksId}
        AND t.thanked_at > ${later(now, -reviewRules.burstMinutes * 60)} AND s.ended_at IS NOT NULL
        AND s.ended_at - s.started_at < make_interval(secs => ${reviewRules.shortTalkSeconds})`;
  if (kind === "network")
    return tx.$queryRaw<{ id: string }[]>`
      SELECT t.id FROM thanks t
      WHERE t.member_id = ${memberId} AND t.id <> ${thanksId}
        AND t.thanked_at > ${later(now, -reviewRules.networkDays * daySeconds)}
        AND EXISTS (
          SELECT 1 FROM network_traces a JOIN network_traces b ON b.brand_id = a.brand_id AND b.network = a.network
          WHERE a.holder_id = ${visitorId} AND b.holder_id = t.visitor_id AND a.brand_id = t.brand_id)`;
  return [];
}
