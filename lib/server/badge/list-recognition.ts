import { nextBadge } from "@/lib/domain/badge/earn";
import type { AwardView, BadgeProgress, ThanksView } from "@/lib/domain/member/view";
import { db } from "@/lib/server/database";
import { findFacts } from "@/lib/server/fact/find-facts";
import { thanksSelect, thanksView } from "@/lib/server/rating/thanks-view";
import { countOf } from "./evidence";
import { findBadges } from "./find-badges";

const shownThanks = 5;

/**
 * What a member has been given: his last words of thanks and how many there are in all, his awards, newest first, and
 * the badge that is nearest by its share, if any is left to earn.
 */
export async function listRecognition({
  memberId,
  brandId,
}: {
  memberId: string;
  brandId: string;
  now: Date;
}): Promise<{
  thanks: ThanksView[];
  thanksTotal: number;
  awards: AwardView[];
  nextBadge: BadgeProgress | null;
}> {
  const own = { memberId, brandId };
  const [thanks, thanksTotal, awards, badges, facts] = await Promise.all([
    db().thanks.findMany({
      where: own,
      orderBy: [{ thankedAt: "desc" }, { id: "desc" }],
      take: shownThanks,
      select: thanksSelect,
    }),
    db().thanks.count({ where: own }),
    db().award.findMany({
      where: own,
      orderBy: [{ awardedAt: "desc" }, { badge: { level: "desc" } }, { id: "desc" }],
    }),
    findBadges({ tx: db(), brandId }),
    findFacts({ tx: db(), memberId }),
  ]);
  const badgeOf = new Map(badges.map((badge) => [badge.id, badge]));
  const has = new Set(awards.map(({ badgeId }) => badgeId));
  const open = badges.filter(({ id, until, isAdrift }) => !has.has(id) && until === null && !isAdrift);
  const next = nextBadge(open, facts);
  return {
    thanks: thanks.map(thanksView),
    thanksTotal,
    awards: awards.flatMap(({ badgeId, awardedAt, evidence, withdrawnAt }) => {
      const badge = badgeOf.get(badgeId);
      if (!badge || withdrawnAt) return [];
      const count = countOf(evidence);
      return [{ badge: badge.mark, awardedAt: awardedAt.toISOString(), count, topic: badge.topic }];
    }),
    nextBadge: next && {
      badge: next.badge.mark,
      have: next.have,
      need: next.badge.rule.count,
      topic: next.badge.topic,
    },
  };
}
