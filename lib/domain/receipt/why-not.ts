import type { Receipt } from "./schema";
import { aheadIn, type Weights } from "./why-me";

/**
 * Why a question that somebody could have had went to another, as he may read it. Nothing here tells of what another
 * person did: no passing, no report, no name.
 */
export const whyNotCodes = [
  /** Others were asked first, and one of them took it: what put them before. */
  "ahead-skill",
  "ahead-ownership",
  "ahead-narrowness",
  "ahead-idle",
  "ahead-named",
  "ahead-thanked",
  "ahead-chance",
  "ahead",
  /** He was free, but was kept for a question that had waited longer. */
  "kept",
  "full",
  "gone",
  "away",
  "closed",
  "hours",
  "language",
  "topic",
  "not-staff",
  "not-owner",
] as const;
export type WhyNotCode = (typeof whyNotCodes)[number];

/** The nearer he was to being asked, the earlier: of several decisions about one question the nearest one is told. */
const nearness: readonly Receipt["considered"][number]["verdict"][] = [
  "eligible",
  "kept",
  "full",
  "gone",
  "away",
  "closed",
  "hours",
  "language",
  "topic",
  "not-staff",
  "not-owner",
];

/**
 * Why one question's decisions, oldest first, passed this member by. Null when there is nothing to tell: he was asked
 * himself, he was not looked at, he is no longer one who answers, or the reason is another person's (a report).
 */
export function whyNot({
  receipts,
  memberId,
  weights,
}: {
  receipts: readonly Receipt[];
  memberId: string;
  weights: Weights;
}): WhyNotCode | null {
  if (receipts.some(({ asked }) => asked.some((one) => one.memberId === memberId))) return null;
  const seen = receipts.flatMap((receipt) => {
    const own = receipt.considered.find((one) => one.memberId === memberId);
    const rank = own ? nearness.indexOf(own.verdict) : -1;
    return own && rank >= 0 ? [{ receipt, own, rank }] : [];
  });
  const [nearest] = [...seen].sort((a, b) => a.rank - b.rank);
  // Whatever was looked at besides: a report or a chat that he gave away is no reason that is told.
  if (!nearest || seen.length < receipts.filter((one) => mentions(one, memberId)).length) return null;
  const { own, receipt } = nearest;
  if (own.verdict !== "eligible") return own.verdict as WhyNotCode;
  const [first] = receipt.asked;
  if (!first) return null;
  if (first.before) return `ahead-${first.before}`;
  if (!own.terms || !first.terms) return "ahead";
  const [lead] = aheadIn(first.terms, own.terms, weights);
  return lead ? `ahead-${lead.term}` : "ahead";
}

function mentions({ considered }: Receipt, memberId: string): boolean {
  return considered.some((one) => one.memberId === memberId);
}
