import { evidenceFor } from "@/lib/domain/badge/earn";
import type { Shelf } from "@/lib/domain/badge/view";
import { mask } from "@/lib/domain/mask/mask";
import { Names } from "@/lib/domain/schema";
import { db } from "@/lib/server/database";
import { findFacts } from "@/lib/server/fact/find-facts";
import { factIdsOf } from "./evidence";
import { type BrandBadge, findBadges } from "./find-badges";

/** A member's badges: earned, newest first, each with what speaks for it; the next level of each series, the nearest first; what was taken back. */
export async function getShelf({ memberId, brandId }: { memberId: string; brandId: string }): Promise<Shelf> {
  const [badges, facts, awards, series] = await Promise.all([
    findBadges({ tx: db(), brandId }),
    findFacts({ tx: db(), memberId }),
    db().award.findMany({ where: { memberId, brandId }, orderBy: [{ awardedAt: "desc" }, { id: "asc" }] }),
    db().badge.findMany({ where: { brandId }, select: { id: true, series: true } }),
  ]);
  const seriesOf = new Map(series.map((badge) => [badge.id, badge.series]));
  const badgeOf = new Map(badges.map((badge) => [badge.id, badge]));
  const has = new Set(awards.map(({ badgeId }) => badgeId));
  const lines = await evidenceLines({ memberId, sourceIds: facts.map(({ sourceId }) => sourceId) });
  const factOf = new Map(facts.map((fact) => [fact.id, fact]));
  const open = new Map<string, BrandBadge>();
  // From bronze on: the lowest level that he has not got is the one within reach.
  for (const badge of badges) {
    const name = seriesOf.get(badge.id) ?? badge.id;
    if (has.has(badge.id) || badge.until !== null || badge.isAdrift || open.has(name)) continue;
    open.set(name, badge);
  }
  return {
    earned: awards.flatMap(({ badgeId, awardedAt, evidence, withdrawnAt }) => {
      const badge = badgeOf.get(badgeId);
      if (!badge || withdrawnAt) return [];
      const ids = factIdsOf(evidence);
      return [
        {
          badge: badge.mark,
          awardedAt: awardedAt.toISOString(),
          topic: badge.topic,
          need: ids.length,
          evidence: ids.flatMap((id) => {
            const fact = factOf.get(id);
            const line = fact && lines.get(fact.sourceId);
            return fact
              ? [{ id, at: fact.at.toISOString(), topic: line?.topic ?? null, from: line?.from ?? null }]
              : [];
          }),
        },
      ];
    }),
    open: [...open.values()]
      .map(({ mark, rule, topic }) => ({
        badge: mark,
        have: evidenceFor(rule, facts).length,
        need: rule.count,
        topic,
      }))
      .sort((one, other) => other.have / other.need - one.have / one.need),
    withdrawn: awards.flatMap(({ badgeId, withdrawnAt, withdrawnFor }) => {
      const badge = badgeOf.get(badgeId);
      return badge && withdrawnAt
        ? [{ badge: badge.mark, at: withdrawnAt.toISOString(), reason: withdrawnFor ?? "" }]
        : [];
    }),
  };
}

/** Of each thanks its topic and, while it is known, the visitor's first name, masked; nothing else of him. */
async function evidenceLines({ memberId, sourceIds }: { memberId: string; sourceIds: string[] }) {
  const thanks = await db().thanks.findMany({
    where: { id: { in: sourceIds }, memberId },
    select: { id: true, topic: { select: { names: true } }, visitor: { select: { firstName: true } } },
  });
  return new Map(
    thanks.map(({ id, topic, visitor }) => [
      id,
      {
        topic: topic ? Names.parse(topic.names) : null,
        from: visitor.firstName === null ? null : mask(visitor.firstName),
      },
    ]),
  );
}
