import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { earnBadges } from "@/lib/server/badge/earn-badges";
import type { Tx } from "@/lib/server/commit";
import { type Emit, toMember } from "@/lib/server/event/publish";

export type HeldReview = {
  id: string;
  memberId: string;
  kind: string;
  otherId: string | null;
  decidedAt: Date | null;
  items: { thanksId: string; isHeld: boolean }[];
};

/**
 * A review of the brand with its thanks, held with the members whom it is about. NOT_FOUND in another brand; OWN_MATTER
 * where the one who decides is among them.
 */
export async function holdReview({
  tx,
  member: { id: actorId, brandId },
  reviewId,
}: {
  tx: Tx;
  member: MemberActor;
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
    include: { items: { select: { thanksId: true, isHeld: true, thanks: { select: { memberId: true } } } } },
  });
  if (!review) throw new AppError("NOT_FOUND");
  if (concerns(review, actorId)) throw new AppError("OWN_MATTER");
  return review;
}

/** Whether a review is about a member: his thanks, or those that he is said to have swapped. */
export function concerns(
  {
    memberId,
    otherId,
    items,
  }: { memberId: string; otherId: string | null; items: readonly { thanks: { memberId: string } }[] },
  id: string,
): boolean {
  return [memberId, otherId, ...items.map(({ thanks }) => thanks.memberId)].includes(id);
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
