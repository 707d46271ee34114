import type { FactKind } from "@/lib/domain/fact/schema";
import type { BadgeRule, PastRules } from "./schema";

/** A fact that counts, as far as badges care. */
export type CountedFact = {
  id: string;
  kind: FactKind;
  at: Date;
  /** The topic's slug. */
  topic: string | null;
  language: string | null;
};

/** A badge's rule through time. */
export type RuleInTime = {
  rule: BadgeRule;
  ruleSince: Date | null;
  pastRules: PastRules;
  /** When it stopped giving anything: it was removed, or its topic was. */
  until: Date | null;
};

export type Earned = { evidence: CountedFact[]; at: Date };

/** Three months of a year: `2026-2` is spring, March to May; a winter belongs to the year in which it ends. */
export function seasonOf(at: Date): string {
  const month = at.getUTCMonth() + 1;
  const year = at.getUTCFullYear() + (month === 12 ? 1 : 0);
  return `${year}-${Math.floor((month % 12) / 3) + 1}`;
}

function mark(fact: CountedFact, distinct: NonNullable<BadgeRule["distinct"]>): string | null {
  return distinct === "season" ? seasonOf(fact.at) : fact.language;
}

/** Facts in the order in which they happened, whatever order they were heard of in. */
export function inOrder(facts: readonly CountedFact[]): CountedFact[] {
  return [...facts].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
}

/** The facts that speak for a rule, oldest first, no more than it needs. `history` is in order. */
export function evidenceFor(rule: BadgeRule, history: readonly CountedFact[]): CountedFact[] {
  const { fact: kind, topic, distinct, count } = rule;
  const found: CountedFact[] = [];
  const seen = new Set<string>();
  for (const fact of history) {
    if (found.length === count) break;
    if (fact.kind !== kind || (topic !== undefined && fact.topic !== topic)) continue;
    if (distinct) {
      const different = mark(fact, distinct);
      if (different === null || seen.has(different)) continue;
      seen.add(different);
    }
    found.push(fact);
  }
  return found;
}

/**
 * Whether and when a badge was earned. A rule gives from the moment at which it holds, by everything that happened
 * before, too; who earned it by an earlier rule keeps it. Null when no rule was ever met in its time.
 */
export function earnedBy(badge: RuleInTime, history: readonly CountedFact[]): Earned | null {
  const rules = [
    ...badge.pastRules.map(({ rule, from, until }) => ({
      rule,
      from: from === null ? null : new Date(from),
      until: new Date(until) as Date | null,
    })),
    { rule: badge.rule, from: badge.ruleSince, until: null },
  ];
  let first: Earned | null = null;
  for (const { rule, from, until } of rules) {
    const evidence = evidenceFor(rule, history);
    const last = evidence.at(-1);
    if (!last || evidence.length < rule.count) continue;
    const at = from && from > last.at ? from : last.at;
    const isTooLate = [until, badge.until].some((end) => end !== null && at >= end);
    if (!isTooLate && (first === null || at < first.at)) first = { evidence, at };
  }
  return first;
}

/** What a member has earned by the facts that count, each with its moment and the facts that earned it. */
export function earnedBadges<B extends RuleInTime>(
  badges: readonly B[],
  facts: readonly CountedFact[],
): { badge: B; evidence: CountedFact[]; at: Date }[] {
  const history = inOrder(facts);
  return badges.flatMap((badge) => {
    const earned = earnedBy(badge, history);
    return earned ? [{ badge, ...earned }] : [];
  });
}

/** What comes most easily, first. */
function ease({ fact, topic, distinct }: BadgeRule): number {
  if (fact === "thanks.received") return distinct ? 2 : topic === undefined ? 0 : 1;
  return fact === "question.rescued" ? 3 : 4;
}

/**
 * The badge that is nearest by its share, of those that are still `open` to him; where two are equally near the smaller
 * one, then what comes most easily. Null when there is nothing left to earn.
 */
export function nextBadge<B extends { rule: BadgeRule }>(
  open: readonly B[],
  facts: readonly CountedFact[],
): { badge: B; have: number } | null {
  const history = inOrder(facts);
  const [next] = open
    .map((badge) => ({ badge, have: evidenceFor(badge.rule, history).length }))
    .filter(({ badge, have }) => have < badge.rule.count)
    .sort(
      ({ badge: a, have: haveA }, { badge: b, have: haveB }) =>
        haveB / b.rule.count - haveA / a.rule.count ||
        a.rule.count - b.rule.count ||
        ease(a.rule) - ease(b.rule),
    );
  return next ?? null;
}
