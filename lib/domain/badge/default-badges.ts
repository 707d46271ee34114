import type { BadgeMark } from "@/lib/domain/member/view";
import type { Names } from "@/lib/domain/schema";
import type { BadgeRule } from "./schema";

/** A badge that a brand has from the start. */
export type BadgeDefinition = BadgeMark & { series: string; rule: BadgeRule };

const levels = [1, 2, 3] as const;

/** A row of badges of one family, from bronze on; as many as there are counts. */
function row(
  family: BadgeDefinition["family"],
  key: string,
  names: Names,
  icon: string,
  counts: readonly number[],
  ruleOf: (count: number) => BadgeRule,
): BadgeDefinition[] {
  return levels.slice(0, counts.length).map((level, index) => ({
    key: `${key}-${level}`,
    series: key,
    family,
    level,
    names,
    icon,
    rule: ruleOf(counts[index] ?? 1),
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

/** The badges that a new brand gets: four rows for everybody, and one for each of its topics. */
export function defaultBadges(topics: readonly { slug: string; names: Names }[]): BadgeDefinition[] {
  return [
    ...row("welcome", "welcome", { en: "First answer", fr: "Première réponse" }, "chat", [1], (count) => ({
      fact: "thanks",
      count,
    })),
    ...topics.flatMap(({ slug, names }) =>
      row(
        "topic",
        `topic-${slug}`,
        { en: `${names.en} sage`, fr: `Sage ${names.fr.toLocaleLowerCase("fr")}` },
        topicIcons[slug] ?? "star",
        [5, 15, 30],
        (count) => ({ fact: "topic", topic: slug, count }),
      ),
    ),
    ...row(
      "thanks",
      "thanks",
      { en: "Warm words", fr: "Mots chaleureux" },
      "heart",
      [10, 50, 200],
      (count) => ({
        fact: "thanks",
        count,
      }),
    ),
    ...row("rescue", "rescue", { en: "Second wind", fr: "Second souffle" }, "bolt", [1, 5, 15], (count) => ({
      fact: "rescue",
      count,
    })),
    ...row("language", "language", { en: "Bridge", fr: "Passerelle" }, "globe", [2], (count) => ({
      fact: "languages",
      count,
    })),
  ];
}
