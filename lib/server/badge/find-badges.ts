import { BadgeRule } from "@/lib/domain/badge/schema";
import type { BadgeMark } from "@/lib/domain/member/view";
import { Names } from "@/lib/domain/schema";
import type { Tx } from "@/lib/server/commit";
import { badgeMark } from "@/lib/server/member/helper-cards";

export type BrandBadge = { id: string; mark: BadgeMark; rule: BadgeRule; topic: Names | null };

/** The badges that can be earned in a brand, each with the topic that it is about. */
export async function findBadges({ tx, brandId }: { tx: Tx; brandId: string }): Promise<BrandBadge[]> {
  const badges = await tx.badge.findMany({
    where: { brandId },
    orderBy: [{ level: "asc" }, { key: "asc" }],
  });
  const topics = await tx.topic.findMany({ where: { brandId }, select: { slug: true, names: true } });
  const names = new Map(topics.map((topic) => [topic.slug, Names.parse(topic.names)]));
  return badges.map((badge) => {
    const rule = BadgeRule.parse(badge.rule);
    const topic = rule.fact === "topic" ? (names.get(rule.topic) ?? null) : null;
    return { id: badge.id, mark: badgeMark(badge), rule, topic };
  });
}
