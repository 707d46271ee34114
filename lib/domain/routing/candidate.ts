import type { HelperKind } from "@/lib/domain/member/role";
import type { Audience } from "@/lib/domain/question/audience";

/** A member of the brand as routing sees him. Declines are not among the facts: passing costs nothing. */
export type Candidate = {
  memberId: string;
  kind: HelperKind;
  isActive: boolean;
  isOpen: boolean;
  openUntil: Date | null;
  awaySince: Date | null;
  /** Delivered offers in a row that he let lapse; enough of them mean away. */
  lapses: number;
  /** When the last of his screens' leases ends or ended; null when no screen was ever there. */
  leaseUntil: Date | null;
  languages: readonly string[];
  /** Whether he knows the question's topic; always true for a question without one. */
  knowsTopic: boolean;
  topicCount: number;
  /** On the question's topic (on all of his for a question without one): counted thanks, and ratings that were none. */
  thanks: number;
  misses: number;
  /** The asking visitor thanked him before. */
  wasThanked: boolean;
  /** One of the two reported the other: they do not meet again. */
  isBlocked: boolean;
  ownsProduct: boolean;
  capacity: number;
  load: number;
  idleSince: Date;
};

/** What a question asks of its helper. */
export type Need = { language: string; audience: Audience };

/** Why somebody is not asked, in the order in which it is looked at; stored with the decision. */
export type Verdict =
  | "eligible"
  | "inactive"
  | "closed"
  | "away"
  | "gone"
  | "blocked"
  | "not-staff"
  | "not-owner"
  | "language"
  | "topic"
  | "asked"
  | "full";

/** Says that he is free for questions, and nothing speaks against it. His screen may be alive or not. */
function saysOpen(candidate: Candidate, now: Date): boolean {
  const { isActive, isOpen, openUntil, awaySince } = candidate;
  return isActive && isOpen && awaySince === null && (openUntil === null || openUntil > now);
}

/** Open, and a screen of his is alive. */
export function isThere(candidate: Candidate, now: Date): boolean {
  return saysOpen(candidate, now) && candidate.leaseUntil !== null && candidate.leaseUntil > now;
}

/** Whether he could be asked now; `wasAsked` tells that this round has already put the question to him. */
export function verdict(candidate: Candidate, need: Need, wasAsked: boolean, now: Date): Verdict {
  if (!candidate.isActive) return "inactive";
  if (candidate.awaySince !== null) return "away";
  if (!saysOpen(candidate, now)) return "closed";
  if (!isThere(candidate, now)) return "gone";
  if (candidate.isBlocked) return "blocked";
  if (need.audience === "staff" && candidate.kind !== "staff") return "not-staff";
  if (need.audience === "owners" && candidate.kind !== "owner") return "not-owner";
  if (!candidate.languages.includes(need.language)) return "language";
  // Staff answer whatever comes; experts what they know.
  if (candidate.kind === "owner" && !candidate.knowsTopic) return "topic";
  if (wasAsked) return "asked";
  if (candidate.load >= candidate.capacity) return "full";
  return "eligible";
}

/**
 * The moment until which a question should wait for somebody who cannot take it now but may soon: full (until he frees
 * up, so "always"), or gone for less than the grace. Null when he is no hope.
 */
export function hopeUntil(
  candidate: Candidate,
  need: Need,
  wasAsked: boolean,
  graceSeconds: number,
  now: Date,
): Date | "always" | null {
  const found = verdict(candidate, need, wasAsked, now);
  if (found === "eligible" || found === "full") return "always";
  if (found !== "gone" || candidate.leaseUntil === null || wasAsked) return null;
  const back = { ...candidate, leaseUntil: new Date(now.getTime() + 1) };
  const then = verdict(back, need, wasAsked, now);
  if (then !== "eligible" && then !== "full") return null;
  const until = new Date(candidate.leaseUntil.getTime() + graceSeconds * 1000);
  return until > now ? until : null;
}
