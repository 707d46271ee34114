import type { Holder } from "@/lib/domain/badge/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { countOf } from "./evidence";
import { findSeries } from "./series-rows";

/** Who was given a series' badges, by name and level; those that were taken back, too. NOT_FOUND in another brand. */
export async function listHolders({
  member: { brandId },
  badgeId,
}: {
  member: MemberActor;
  badgeId: string;
}): Promise<Holder[]> {
  const { levels } = await findSeries({ tx: db(), brandId, badgeId });
  const levelOf = new Map(levels.map(({ id, level }) => [id, level]));
  const awards = await db().award.findMany({
    where: { brandId, badgeId: { in: levels.map(({ id }) => id) } },
    include: { member: { select: { displayName: true } } },
  });
  return awards
    .map((award) => ({
      awardId: award.id,
      memberId: award.memberId,
      name: award.member.displayName,
      level: levelOf.get(award.badgeId) ?? 1,
      awardedAt: award.awardedAt.toISOString(),
      count: countOf(award.evidence),
      withdrawn: award.withdrawnAt && {
        at: award.withdrawnAt.toISOString(),
        reason: award.withdrawnFor ?? "",
      },
    }))
    .sort((a, b) => a.name.localeCompare(b.name) || a.level - b.level);
}
