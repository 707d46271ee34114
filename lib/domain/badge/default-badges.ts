import type { BadgeMark } from "@/lib/domain/member/view";
import type { Names } from "@/lib/domain/schema";
import { familyRule } from "./families";
import type { BadgeFamilyName, BadgeRule } from "./schema";

/** A badge that a brand has from the start. */
export type BadgeDefinition = BadgeMark & { series: string; rule: BadgeRule };

const levels = [1, 2, 3] as const;

/** The levels of a series, from bronze on; as many as there are counts. */
export function seriesLevels({
  family,
  series,
  names,
  icon,
  counts,
  topic,
}: {
  family: BadgeFamilyName;
  series: string;
  names: Names;
  icon: string;
  counts: readonly number[];
  topic?: string;
}): BadgeDefinition[] {
  return levels.slice(0, counts.length).map((level, index) => ({
    key: `${series}-${level}`,
    series,
    family,
    level,
    names,
    icon,
    rule: familyRule(family, counts[index] ?? 1, topic),
  }));
}

const topicIcons: Record<string, string> = {
  battery: "battery",
  brakes: "brake",
  cargo: "cargo",
  delivery: "truck",
  maintenance: "wrench",
  range: "range",
  sizing: "ruler",
};

type Series = Parameters<typeof seriesLevels>[0];

const forEverybody: Series[] = [
  {
    family: "welcome",
    series: "welcome",
    names: { en: "First answer", fr: "Première réponse" },
    icon: "chat",
    counts: [1],
  },
  {
    family: "thanks",
    series: "thanks",
    names: { en: "Warm words", fr: "Mots chaleureux" },
    icon: "heart",
    counts: [10, 50, 200],
  },
  {
    family: "lasting",
    series: "lasting",
    names: { en: "For good", fr: "Pour de bon" },
    icon: "tree",
    counts: [3, 10, 30],
  },
  {
    family: "rescue",
    series: "rescue",
    names: { en: "Second wind", fr: "Second souffle" },
    icon: "bolt",
    counts: [1, 5, 15],
  },
  {
    family: "language",
    series: "language",
    names: { en: "Bridge", fr: "Passerelle" },
    icon: "globe",
    counts: [2],
  },
  {
    family: "safety",
    series: "safety",
    names: { en: "Safe hands", fr: "En bonnes mains" },
    icon: "shield",
    counts: [1, 5, 15],
  },
  {
    family: "season",
    series: "season",
    names: { en: "All weathers", fr: "Par tous les temps" },
    icon: "leaf",
    counts: [4, 8, 16],
  },
  {
    family: "coach",
    series: "coach",
    names: { en: "Coach", fr: "Coach" },
    icon: "cap",
    counts: [1, 3, 8],
  },
];

/** The badges that a new brand gets: a series of each family, and one for each of its topics. */
export function defaultBadges(topics: readonly { slug: string; names: Names }[]): BadgeDefinition[] {
  const ofTopics = topics.map(
    ({ slug, names }): Series => ({
      family: "topic",
      series: `topic-${slug}`,
      names: { en: `${names.en} sage`, fr: `Sage ${names.fr.toLocaleLowerCase("fr")}` },
      icon: topicIcons[slug] ?? "star",
      counts: [5, 15, 30],
      topic: slug,
    }),
  );
  return [...forEverybody, ...ofTopics].flatMap(seriesLevels);
}
