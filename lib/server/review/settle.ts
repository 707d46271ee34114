import { AppError } from "@/lib/domain/error";
import { earnBadges } from "@/lib/server/badge/earn-badges";
import type { Tx } from "@/lib/server/commit";
import { type Emit, toMember } from "@/lib/server/event/publish";

export type HeldReview = {
  id: string;
  decidedAt: Date | null;
  items: { thanksId: string; isHeld: boolean }[];
};

/** A review of the brand with its thanks, held with the members whom it is about. NOT_FOUND in another brand. */
export async function holdReview({
  tx,
  brandId,
  reviewId,
}: {
  tx: Tx;
  brandId: string;
  reviewId: string;
}): Promise<HeldReview> {
  // Members before reviews, as thanks do it that open them.
  await tx.$queryRaw`
    SELECT id FROM members WHERE id IN (
      SELECT t.member_id FROM review_items i JOIN thanks t ON t.id = i.thanks_id WHERE i.review_id = ${reviewId})
    ORDER BY id FOR NO KEY UPDATE`;
  await tx.$queryRaw`SELECT id FROM reviews WHERE id = ${reviewId} FOR NO KEY UPDATE`;
  const review = await tx.review.findFirst({
    where: { id: reviewId, brandId },
    select: { id: true, decidedAt: true, items: { select: { thanksId: true, isHeld: true } } },
  });
  if (!review) throw new AppError("NOT_FOUND");
  return review;
}

/** Brings the awards of these members in line with what counts now, and tells their screens. */
export async function followCounting({
  tx,
  emit,
  brandId,
  memberIds,
}: {
  tx: Tx;
  emit: Emit;
  brandId: string;
  memberIds: readonly string[];
}): Promise<void> {
  for (const memberId of memberIds) {
    const { awards } = await earnBadges({ tx, memberId, brandId });
    emit(
      ...awards.map((award) => toMember(memberId, "badge.awarded", award)),
      toMember(memberId, "sync", {}),
    );
  }
}
