import { BadgeFamilyName } from "@/lib/domain/badge/schema";
import type { SeriesView } from "@/lib/domain/badge/view";
import { Names } from "@/lib/domain/schema";
import { db } from "@/lib/server/database";
import { seriesOf } from "./series-rows";

const order = ({ family }: SeriesView) => BadgeFamilyName.options.indexOf(family);

/** The series that a brand gives out, with how many have each level, by family and name. */
export async function listSeries({ brandId }: { brandId: string }): Promise<SeriesView[]> {
  const [rows, topics] = await Promise.all([
    db().badge.findMany({
      where: { brandId },
      include: { _count: { select: { awards: { where: { withdrawnAt: null } } } } },
    }),
    db().topic.findMany({
      where: { brandId },
      select: { id: true, slug: true, names: true, deletedAt: true },
    }),
  ]);
  const holders = new Map(rows.map(({ id, _count }) => [id, _count.awards]));
  const names = [...new Set(rows.map(({ series }) => series))];
  return names
    .flatMap((name) => {
      const series = seriesOf(rows.filter((row) => row.series === name));
      const levels = series?.levels.filter(({ removedAt }) => removedAt === null) ?? [];
      const [first] = levels;
      if (!series || !first) return [];
      const slug = first.rule.topic;
      const topic = topics.find((each) => each.slug === slug);
      return [
        {
          id: series.id,
          family: series.family,
          icon: series.icon,
          names: series.names,
          topic: topic
            ? { id: topic.id, names: Names.parse(topic.names), isRemoved: topic.deletedAt !== null }
            : null,
          isAdrift: slug !== undefined && !topic,
          levels: levels.map(({ id, level, rule }) => ({
            level,
            count: rule.count,
            holders: holders.get(id) ?? 0,
          })),
          version: series.version,
        },
      ];
    })
    .sort((a, b) => order(a) - order(b) || a.names.en.localeCompare(b.names.en));
}
