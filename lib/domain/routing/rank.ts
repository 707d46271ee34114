import type { Candidate } from "./candidate";

/** Shares of the score's terms. Each term lies between 0 and 1, so the score does too. */
const weights = { skill: 0.55, ownership: 0.2, narrowness: 0.15, idle: 0.1 } as const;

/** So many thanks on a topic count as full skill: beyond them only the other terms decide. */
const thanksForFullSkill = 50;
/** So long without a chat counts as fully rested. */
const secondsForFullIdle = 3_600;

export type Ranked = { memberId: string; score: number; terms: Record<keyof typeof weights, number> };

/** The score of one candidate and its terms, as the receipt stores them. */
export function scoreOf(candidate: Candidate, now: Date): Ranked {
  const idleSeconds = Math.max(0, (now.getTime() - candidate.idleSince.getTime()) / 1000);
  const terms = {
    skill: Math.min(1, Math.log1p(candidate.thanks) / Math.log1p(thanksForFullSkill)),
    ownership: candidate.ownsProduct ? 1 : 0,
    // The narrowest capable expert first keeps the generalist free for what only he knows (N-model of queueing theory).
    narrowness: candidate.kind === "owner" ? 1 / Math.max(1, candidate.topicCount) : 0,
    idle: Math.min(1, idleSeconds / secondsForFullIdle),
  };
  const score = (Object.keys(weights) as (keyof typeof weights)[]).reduce(
    (sum, t) => sum + weights[t] * terms[t],
    0,
  );
  return { memberId: candidate.memberId, score, terms };
}

/** Best first. Equal scores: longest idle first, then by id, so that the order never depends on the input's. */
export function rank(candidates: readonly Candidate[], now: Date): Ranked[] {
  const idle = new Map(candidates.map((c) => [c.memberId, c.idleSince.getTime()]));
  return candidates
    .map((candidate) => scoreOf(candidate, now))
    .sort(
      (a, b) =>
        b.score - a.score ||
        (idle.get(a.memberId) ?? 0) - (idle.get(b.memberId) ?? 0) ||
        (a.memberId < b.memberId ? -1 : 1),
    );
}
