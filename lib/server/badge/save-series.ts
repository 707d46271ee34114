import type { Fields } from "@/lib/domain/audit/differences";
import { familyRule } from "@/lib/domain/badge/families";
import { changedLevels, type LevelRow, takenBack } from "@/lib/domain/badge/rules-in-time";
import type { Saved } from "@/lib/domain/brand/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { type Expected, saveFields } from "@/lib/server/audit/save-fields";
import { commit, type Tx } from "@/lib/server/commit";
import type { Prisma } from "@/prisma/generated/client";
import { findSeries, recomputeLater, type SeriesRows, topicSlug } from "./series-rows";

/**
 * Saves a series: names, glyph, what its levels need, its topic. New rules hold from now on; who earned a level by an
 * older one keeps it. Taking a change back (`undone`, with the moment of that change) puts the rules back as if it had
 * not been, and what it alone had given goes. Errors as in `saveFields` and `topicSlug`.
 */
export async function saveSeries({
  member,
  badgeId,
  expected,
  change,
  undone,
  now,
}: {
  member: MemberActor;
  badgeId: string;
  expected: Expected;
  change: Fields;
  undone?: { auditId: bigint; at: Date };
  now: Date;
}): Promise<Saved> {
  const { brandId } = member;
  return commit(async (tx) => {
    const series = await findSeries({ tx, brandId, badgeId });
    const live = series.levels.filter(({ removedAt }) => removedAt === null);
    return saveFields({
      tx,
      member,
      subject: `badge:${series.id}`,
      expected,
      change,
      undoes: undone?.auditId,
      now,
      async read() {
        const slug = live[0]?.rule.topic;
        if (live.length === 0) return null;
        const topic =
          slug === undefined
            ? null
            : await tx.topic.findFirst({ where: { brandId, slug }, select: { id: true } });
        const fields = {
          names: series.names,
          icon: series.icon,
          counts: live.map(({ rule }) => rule.count),
          topicId: topic?.id ?? null,
        };
        return { version: series.version, fields };
      },
      async write({ version, after }) {
        const { count } = await tx.badge.updateMany({
          where: { id: series.id, brandId, version },
          data: { version: version + 1 },
        });
        if (count === 0) return { count };
        const shared = {
          version: version + 1,
          names: (after.names ?? series.names) as Prisma.InputJsonObject,
          icon: typeof after.icon === "string" ? after.icon : series.icon,
        };
        if (after.counts !== undefined || after.topicId !== undefined) {
          if (undone) await takeBack(tx, series, undone.at);
          else await changeLevels(tx, { brandId, series, after, shared, now });
          await recomputeLater({ tx, brandId });
        }
        await tx.badge.updateMany({ where: { brandId, series: series.series }, data: shared });
        return { count };
      },
    });
  });
}

type Shared = { version: number; names: Prisma.InputJsonObject; icon: string };

async function changeLevels(
  tx: Tx,
  {
    brandId,
    series,
    after,
    shared,
    now,
  }: { brandId: string; series: SeriesRows; after: Fields; shared: Shared; now: Date },
): Promise<void> {
  const live = series.levels.filter(({ removedAt }) => removedAt === null);
  const counts = Array.isArray(after.counts) ? after.counts.map(Number) : live.map(({ rule }) => rule.count);
  const slug =
    after.topicId === undefined
      ? live[0]?.rule.topic
      : await topicSlug({ tx, brandId, family: series.family, topicId: after.topicId as string | null });
  const rules = counts.map((count) => familyRule(series.family, count, slug));
  for (const row of changedLevels(series.levels, rules, now)) {
    const stored = series.levels.find(({ level }) => level === row.level);
    if (stored) await writeLevel(tx, stored.id, row);
    else
      await tx.badge.create({
        data: {
          brandId,
          key: `${series.series}-${row.level}`,
          series: series.series,
          family: series.family,
          ...shared,
          ...row,
        },
      });
  }
}

async function takeBack(tx: Tx, series: SeriesRows, at: Date): Promise<void> {
  for (const { id, ...row } of series.levels) {
    const before = takenBack(row, at);
    if (before) await writeLevel(tx, id, before);
    else await tx.badge.delete({ where: { id } });
  }
}

async function writeLevel(tx: Tx, id: string, { level: _, ...row }: LevelRow): Promise<void> {
  await tx.badge.update({ where: { id }, data: row });
}
