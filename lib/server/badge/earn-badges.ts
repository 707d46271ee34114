import { type Earned, earnedBadges } from "@/lib/domain/badge/earn";
import type { AwardView } from "@/lib/domain/member/view";
import type { Tx } from "@/lib/server/commit";
import { findFacts } from "@/lib/server/fact/find-facts";
import { factIdsOf } from "./evidence";
import { type BrandBadge, findBadges } from "./find-badges";

/**
 * Brings a member's awards in line with his facts: gives what they have earned, with the facts that earned it as
 * evidence, and takes what rested on facts or rules that were taken back. The same whenever and however often it is
 * computed; two workers do it one after the other. An award that was withdrawn stays so, and who was erased earns nothing.
 *
 * Returns what is new, and whether something was taken.
 */
export async function earnBadges({
  tx,
  memberId,
  brandId,
}: {
  tx: Tx;
  memberId: string;
  brandId: string;
}): Promise<{ awards: AwardView[]; hasLost: boolean }> {
  // Whoever computes later sees what was written before; not FOR UPDATE: rows name this member.
  const held = await tx.$queryRaw<unknown[]>`
    SELECT id FROM members WHERE id = ${memberId} AND erased_at IS NULL FOR NO KEY UPDATE`;
  if (held.length === 0) return { awards: [], hasLost: false };
  const badges = (await findBadges({ tx, brandId })).filter(({ isAdrift }) => !isAdrift);
  const earned = earnedBadges(badges, await findFacts({ tx, memberId }));
  const stored = await tx.award.findMany({
    where: { memberId, badgeId: { in: badges.map(({ id }) => id) } },
    select: { id: true, badgeId: true, evidence: true, awardedAt: true, withdrawnAt: true },
  });
  const byBadge = new Map(stored.map((award) => [award.badgeId, award]));
  const fresh = earned.filter(({ badge }) => !byBadge.has(badge.id));
  await tx.award.createMany({
    data: fresh.map(({ badge, ...found }) => ({ brandId, badgeId: badge.id, memberId, ...rowOf(found) })),
  });
  for (const { badge, ...found } of earned) {
    const award = byBadge.get(badge.id);
    if (!award || award.withdrawnAt) continue;
    const row = rowOf(found);
    const isSame =
      award.awardedAt.getTime() === row.awardedAt.getTime() &&
      JSON.stringify(factIdsOf(award.evidence)) === JSON.stringify(row.evidence.factIds);
    if (!isSame) await tx.award.update({ where: { id: award.id }, data: row });
  }
  const still = new Set(earned.map(({ badge }) => badge.id));
  const lost = stored.filter(({ badgeId, withdrawnAt }) => !still.has(badgeId) && !withdrawnAt);
  // One that a manager takes back meanwhile stays, with its reason.
  const { count } = await tx.award.deleteMany({
    where: { id: { in: lost.map(({ id }) => id) }, withdrawnAt: null },
  });
  return { awards: fresh.map(viewOf), hasLost: count > 0 };
}

function rowOf({ evidence, at }: Earned) {
  return {
    evidence: { factIds: evidence.map(({ id }) => id), count: evidence.length },
    awardedAt: at,
  };
}

function viewOf({ badge, evidence, at }: { badge: BrandBadge } & Earned): AwardView {
  return { badge: badge.mark, awardedAt: at.toISOString(), count: evidence.length, topic: badge.topic };
}
