import type { BrandSettings } from "@/lib/domain/brand/settings";
import type { Ranked } from "@/lib/domain/routing/rank";

/**
 * What decided that somebody was asked: a preference that goes before every score, the open call, a term of the score in
 * which he was ahead of the next best, or that he was the only one.
 */
export const whyCodes = [
  "named",
  "thanked",
  "chance",
  "open-call",
  "only",
  "skill",
  "ownership",
  "narrowness",
  "idle",
] as const;
export type WhyCode = (typeof whyCodes)[number];

type Terms = Ranked["terms"];
export type Weights = Pick<
  BrandSettings,
  "skillWeight" | "ownershipWeight" | "narrownessWeight" | "idleWeight"
>;

const terms = ["skill", "ownership", "narrowness", "idle"] as const;
/** Less than so much of the whole score decides nothing that one would name. */
const leastShare = 0.01;
const mostTerms = 2;

/** The terms in which `own` is ahead of `other`, most first: how much each adds to the lead, between 0 and 1. */
export function aheadIn(own: Terms, other: Terms, weights: Weights): { term: keyof Terms; by: number }[] {
  const whole = terms.reduce((sum, term) => sum + weights[`${term}Weight`], 0) || 1;
  return terms
    .map((term) => ({ term, by: (weights[`${term}Weight`] * (own[term] - other[term])) / whole }))
    .filter(({ by }) => by >= leastShare)
    .sort((a, b) => b.by - a.by);
}

/** Why this member was asked rather than the `rivals`, who could have been asked at the same moment; most telling first. */
export function whyMe({
  own,
  rivals,
  isOpenCall,
  weights,
}: {
  own: Pick<Ranked, "score" | "terms" | "before">;
  rivals: readonly Pick<Ranked, "score" | "terms">[];
  isOpenCall: boolean;
  weights: Weights;
}): WhyCode[] {
  if (isOpenCall) return ["open-call"];
  if (own.before) return [own.before];
  const [best] = [...rivals].sort((a, b) => b.score - a.score);
  if (!best) return ["only"];
  return (
    aheadIn(own.terms, best.terms, weights)
      .map(({ term }) => term)
      // "Free for longest" is said only of whom it is true.
      .filter((term) => term !== "idle" || rivals.every((rival) => own.terms.idle >= rival.terms.idle))
      .slice(0, mostTerms)
  );
}
