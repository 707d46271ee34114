import type { LevelRow } from "@/lib/domain/badge/rules-in-time";
import { BadgeFamilyName, BadgeRule, PastRules } from "@/lib/domain/badge/schema";
import { AppError } from "@/lib/domain/error";
import { Names } from "@/lib/domain/schema";
import type { Tx } from "@/lib/server/commit";
import type { Badge } from "@/prisma/generated/client";

export type SeriesRows = {
  /** The first level's. */
  id: string;
  series: string;
  family: BadgeFamilyName;
  names: Names;
  icon: string;
  version: number;
  levels: (LevelRow & { id: string })[];
};

/** The levels of one series as what they have in common and what each has for itself. */
export function seriesOf(rows: readonly Badge[]): SeriesRows | null {
  const levels = [...rows].sort((a, b) => a.level - b.level);
  const [first] = levels;
  if (!first) return null;
  return {
    id: first.id,
    series: first.series,
    family: BadgeFamilyName.parse(first.family),
    names: Names.parse(first.names),
    icon: first.icon,
    version: first.version,
    levels: levels.map(({ id, level, rule, ruleSince, pastRules, removedAt }) => ({
      id,
      level,
      rule: BadgeRule.parse(rule),
      ruleSince,
      pastRules: PastRules.parse(pastRules),
      removedAt,
    })),
  };
}

/** A series of the brand by its first level's id, removed or not. NOT_FOUND for any other id. */
export async function findSeries({
  tx,
  brandId,
  badgeId,
}: {
  tx: Tx;
  brandId: string;
  badgeId: string;
}): Promise<SeriesRows> {
  const first = await tx.badge.findFirst({ where: { id: badgeId, brandId }, select: { series: true } });
  const rows = first ? await tx.badge.findMany({ where: { brandId, series: first.series } }) : [];
  const series = seriesOf(rows);
  if (!series) throw new AppError("NOT_FOUND");
  return series;
}

/** The slug of the topic that a series is about, as its rules name it. NOT_FOUND for a topic of another brand. */
export async function topicSlug({
  tx,
  brandId,
  family,
  topicId,
}: {
  tx: Tx;
  brandId: string;
  family: BadgeFamilyName;
  topicId: string | null;
}): Promise<string | undefined> {
  if (family !== "topic") return undefined;
  if (topicId === null) throw new AppError("INVALID_INPUT", { field: "topicId", problem: "missing" });
  const topic = await tx.topic.findFirst({ where: { id: topicId, brandId }, select: { slug: true } });
  if (!topic) throw new AppError("NOT_FOUND");
  return topic.slug;
}

/** Computes everybody's awards anew once the caller's change is committed. */
export async function recomputeLater({ tx, brandId }: { tx: Tx; brandId: string }): Promise<void> {
  const payload = JSON.stringify({ brandId });
  const key = `recompute-badges:${brandId}`;
  await tx.$executeRaw`
    SELECT graphile_worker.add_job('recompute-badges', payload => ${payload}::json, job_key => ${key})`;
}
