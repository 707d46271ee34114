import { earnedBadges } from "@/lib/domain/badge/earn";
import type { AwardView } from "@/lib/domain/member/view";
import type { Tx } from "@/lib/server/commit";
import { findBadges } from "./find-badges";
import { findCountedThanks } from "./find-counted-thanks";

/**
 * Awards a member what his counted thanks have earned and he has not got yet, with the thanks that earned it as
 * evidence. A badge is awarded once; one that was withdrawn is not given again. Returns what is new.
 */
export async function earnBadges({
  tx,
  memberId,
  brandId,
  now,
}: {
  tx: Tx;
  memberId: string;
  brandId: string;
  now: Date;
}): Promise<AwardView[]> {
  const badges = await findBadges({ tx, brandId });
  const earned = earnedBadges(badges, await findCountedThanks({ tx, memberId }));
  const written = await tx.award.createManyAndReturn({
    data: earned.map(({ badge, evidence }) => ({
      brandId,
      badgeId: badge.id,
      memberId,
      evidence: { thanksIds: evidence.map(({ id }) => id), count: evidence.length },
      awardedAt: now,
    })),
    skipDuplicates: true,
    select: { badgeId: true },
  });
  const fresh = new Set(written.map(({ badgeId }) => badgeId));
  return earned
    .filter(({ badge }) => fresh.has(badge.id))
    .map(({ badge, evidence }) => ({
      badge: badge.mark,
      awardedAt: now.toISOString(),
      count: evidence.length,
      topic: badge.topic,
    }));
}
