import type { BadgeFamilyName, BadgeRule } from "./schema";

/** What each family's badges are earned by; the topic, the count and nothing else is a brand's to choose. */
const measures: Record<BadgeFamilyName, Omit<BadgeRule, "count" | "topic">> = {
  welcome: { fact: "thanks.received" },
  topic: { fact: "thanks.received" },
  thanks: { fact: "thanks.received" },
  lasting: { fact: "thanks.lasting" },
  rescue: { fact: "question.rescued" },
  language: { fact: "thanks.received", distinct: "language" },
  safety: { fact: "safety.upheld" },
  season: { fact: "thanks.received", distinct: "season" },
  coach: { fact: "newcomer.coached" },
};

/** The rule of one level of a family. `topic`, a slug, is left out for every family but `topic`. */
export function familyRule(family: BadgeFamilyName, count: number, topic?: string): BadgeRule {
  return {
    ...measures[family],
    ...(family === "topic" && topic !== undefined ? { topic } : {}),
    count,
  };
}
