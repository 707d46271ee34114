import type { BrandSettings } from "@/lib/domain/brand/settings";
import type { Candidate } from "./candidate";
import { skillOf } from "./skill";

/** So long without a chat counts as fully rested. */
export const secondsForFullIdle = 3_600;

/** Among so many newcomers, those idle for longest, the one who gets a first chance is picked. */
export const mostNewcomers = 16;

/** Each term lies between 0 and 1; `score` is their mean weighted by the brand's settings, so it does too. */
export type Ranked = {
  memberId: string;
  score: number;
  terms: { skill: number; ownership: number; narrowness: number; idle: number };
  /**
   * What put him before better scores: the helper before named him, the visitor thanked him before, or he is new and gets
   * a first chance.
   */
  before?: "named" | "thanked" | "chance";
};

/**
 * Since when he has been without a chat. Who carries one or is rung for one is not idle, however many places more he has:
 * two questions of the same minute go to two people.
 */
function idleFrom({ load, idleSince }: Pick<Candidate, "load" | "idleSince">, now: Date): number {
  return load > 0 ? now.getTime() : idleSince.getTime();
}

/** The score of one candidate and its terms, as the receipt stores them. */
export function scoreOf(candidate: Candidate, settings: BrandSettings, now: Date): Ranked {
  const idleSeconds = Math.max(0, (now.getTime() - idleFrom(candidate, now)) / 1000);
  const terms = {
    skill: skillOf(candidate),
    ownership: candidate.ownsProduct ? 1 : 0,
    // The narrowest capable expert first keeps the generalist free for what only he knows (N-model of queueing theory).
    narrowness: candidate.kind === "owner" ? 1 / Math.max(1, candidate.topicIds.length) : 0,
    idle: Math.min(1, idleSeconds / secondsForFullIdle),
  };
  const { skillWeight, ownershipWeight, narrownessWeight, idleWeight } = settings;
  const whole = skillWeight + ownershipWeight + narrownessWeight + idleWeight || 1;
  const sum =
    skillWeight * terms.skill +
    ownershipWeight * terms.ownership +
    narrownessWeight * terms.narrowness +
    idleWeight * terms.idle;
  const score = sum / whole;
  return { memberId: candidate.memberId, score, terms };
}

/**
 * Best first. Equal scores: longest idle first, then by id, so that the order never depends on the input's. `score` stands
 * in for `scoreOf` where it remembers what it has counted.
 */
export function rank(
  candidates: readonly Candidate[],
  settings: BrandSettings,
  now: Date,
  score: (candidate: Candidate) => Ranked = (candidate) => scoreOf(candidate, settings, now),
): Ranked[] {
  return candidates
    .map((candidate) => ({ candidate, scored: score(candidate) }))
    .sort((a, b) => b.scored.score - a.scored.score || byIdleTime(a.candidate, b.candidate, now))
    .map(({ scored }) => scored);
}

/**
 * The order in which owners are asked alone. Whom the helper before named comes first, else whom this visitor thanked before. In a small share of questions
 * (`exploreShare`; `chance` is the question's own number in [0, 1)) one of those with few ratings who have been idle for
 * longest goes before the best, since nobody can learn or show what he knows without being asked.
 */
export function askingOrder(
  candidates: readonly Candidate[],
  chance: number,
  settings: BrandSettings,
  now: Date,
  score?: (candidate: Candidate) => Ranked,
): Ranked[] {
  const ranked = rank(candidates, settings, now, score);
  const named = new Set(candidates.filter((c) => c.isNamed).map((c) => c.memberId));
  if (named.size > 0) return first(ranked, ({ memberId }) => named.has(memberId), "named");
  const thanked = new Set(candidates.filter((c) => c.wasThanked).map((c) => c.memberId));
  if (thanked.size > 0) return first(ranked, ({ memberId }) => thanked.has(memberId), "thanked");
  if (chance >= settings.exploreShare) return ranked;
  const newcomers = new Set(
    candidates
      .filter((c) => isNew(c, settings))
      .sort((a, b) => byIdleTime(a, b, now))
      .slice(0, mostNewcomers)
      .map(({ memberId }) => memberId),
  );
  const fresh = ranked.filter(({ memberId }) => newcomers.has(memberId));
  // The part of the chance that is left after "explore at all" picks one of them.
  const picked = fresh[Math.floor((chance / settings.exploreShare) * fresh.length)];
  return picked ? first(ranked, ({ memberId }) => memberId === picked.memberId, "chance") : ranked;
}

/** Longest idle first, then by id. */
export function byIdleTime(
  a: Pick<Candidate, "memberId" | "load" | "idleSince">,
  b: Pick<Candidate, "memberId" | "load" | "idleSince">,
  now: Date,
): number {
  return idleFrom(a, now) - idleFrom(b, now) || (a.memberId < b.memberId ? -1 : 1);
}

/** Too few ratings on the topic to tell how he does. */
export function isNew({ kind, thanks, misses }: Candidate, settings: BrandSettings): boolean {
  return kind === "owner" && thanks + misses < settings.newUntilRatings;
}

function first(
  ranked: readonly Ranked[],
  isFirst: (one: Ranked) => boolean,
  before: NonNullable<Ranked["before"]>,
): Ranked[] {
  return [
    ...ranked.filter(isFirst).map((one) => ({ ...one, before })),
    ...ranked.filter((one) => !isFirst(one)),
  ];
}
