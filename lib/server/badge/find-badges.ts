import type { RuleInTime } from "@/lib/domain/badge/earn";
import { BadgeRule, PastRules } from "@/lib/domain/badge/schema";
import type { BadgeMark } from "@/lib/domain/member/view";
import { Names } from "@/lib/domain/schema";
import type { Tx } from "@/lib/server/commit";
import { badgeMark } from "@/lib/server/member/helper-cards";

export type BrandBadge = RuleInTime & {
  id: string;
  mark: BadgeMark;
  topic: Names | null;
  /** Its topic was never there: it neither gives nor takes. */
  isAdrift: boolean;
};

/** The badges of a brand, each with the topic that it is about; those that give nothing any more, too. */
export async function findBadges({ tx, brandId }: { tx: Tx; brandId: string }): Promise<BrandBadge[]> {
  const badges = await tx.badge.findMany({
    where: { brandId },
    orderBy: [{ level: "asc" }, { key: "asc" }],
  });
  const topics = await tx.topic.findMany({
    where: { brandId },
    select: { slug: true, names: true, deletedAt: true },
  });
  const bySlug = new Map(topics.map((topic) => [topic.slug, topic]));
  return badges.map((badge) => {
    const rule = BadgeRule.parse(badge.rule);
    const topic = rule.topic === undefined ? null : bySlug.get(rule.topic);
    const ends = [badge.removedAt, topic?.deletedAt].filter((end) => end instanceof Date);
    return {
      id: badge.id,
      mark: badgeMark(badge),
      rule,
      ruleSince: badge.ruleSince,
      pastRules: PastRules.parse(badge.pastRules),
      until: ends.sort((a, b) => a.getTime() - b.getTime())[0] ?? null,
      topic: topic ? Names.parse(topic.names) : null,
      isAdrift: topic === undefined,
    };
  });
}
