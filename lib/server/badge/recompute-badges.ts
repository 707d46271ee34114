import { db } from "@/lib/server/database";
import { awardBadges } from "./award-badges";

/** Computes the awards of a whole brand anew, one member after the other. Safe to repeat, and to do twice at once. */
export async function recomputeBadges({ brandId }: { brandId: string }): Promise<void> {
  const [facts, awards] = await Promise.all([
    db().fact.findMany({ where: { brandId }, distinct: ["memberId"], select: { memberId: true } }),
    db().award.findMany({ where: { brandId }, distinct: ["memberId"], select: { memberId: true } }),
  ]);
  const members = new Set([...facts, ...awards].map(({ memberId }) => memberId));
  for (const memberId of [...members].sort()) await awardBadges({ memberId });
}
