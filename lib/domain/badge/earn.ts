import type { BadgeRule } from "./schema";

/** A counted thanks, as far as badges care. */
export type CountedThanks = {
  id: string;
  /** The topic's slug. */
  topic: string | null;
  language: string;
  /** For the answer to a left question. */
  rescued: boolean;
};

function fits(rule: BadgeRule, thanks: CountedThanks, before: readonly CountedThanks[]): boolean {
  switch (rule.fact) {
    case "thanks":
      return true;
    case "topic":
      return thanks.topic === rule.topic;
    case "rescue":
      return thanks.rescued;
    case "languages":
      return !before.some((earlier) => earlier.language === thanks.language);
  }
}

/** The thanks that speak for a badge, oldest first, no more than it needs. `history` is oldest first. */
export function evidenceFor(rule: BadgeRule, history: readonly CountedThanks[]): CountedThanks[] {
  const found: CountedThanks[] = [];
  for (const thanks of history) {
    if (found.length === rule.count) break;
    if (fits(rule, thanks, found)) found.push(thanks);
  }
  return found;
}

/** What a member has earned by his counted thanks, oldest first, with the thanks that earned it. */
export function earnedBadges<B extends { rule: BadgeRule }>(
  badges: readonly B[],
  history: readonly CountedThanks[],
): { badge: B; evidence: CountedThanks[] }[] {
  return badges
    .map((badge) => ({ badge, evidence: evidenceFor(badge.rule, history) }))
    .filter(({ badge, evidence }) => evidence.length === badge.rule.count);
}

/** What comes most easily, first. */
const facts: readonly BadgeRule["fact"][] = ["thanks", "topic", "languages", "rescue"];

/**
 * The badge that is nearest by its share, of those not earned yet; where two are equally near the smaller one, then what
 * comes most easily. Null when there is nothing left to earn.
 */
export function nextBadge<B extends { rule: BadgeRule }>(
  badges: readonly B[],
  history: readonly CountedThanks[],
): { badge: B; have: number } | null {
  const open = badges
    .map((badge) => ({ badge, have: evidenceFor(badge.rule, history).length }))
    .filter(({ badge, have }) => have < badge.rule.count)
    .sort(
      ({ badge: a, have: haveA }, { badge: b, have: haveB }) =>
        haveB / b.rule.count - haveA / a.rule.count ||
        a.rule.count - b.rule.count ||
        facts.indexOf(a.rule.fact) - facts.indexOf(b.rule.fact),
    );
  return open[0] ?? null;
}
