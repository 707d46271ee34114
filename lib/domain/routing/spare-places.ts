import { freePlaces, isThere, misfit, type Need, type Person } from "./candidate";

/** A question that comes before another one in the queue and waits without holding anybody's place. */
export type Ahead = Need & {
  /** Who passed on it, was silent, or must not meet its visitor: no place of theirs is kept for it. */
  notFrom: ReadonlySet<string>;
};

/**
 * First come, first served without idle hands: a place may be taken by a later question only if the questions ahead can
 * still have as many places as they could have without it. `isSpare` says so of one place of a member; `take` uses it up.
 *
 * Places and questions ahead are paired as well as they can be (maximum bipartite matching by augmenting paths, H. W.
 * Kuhn 1955); a place is spare when some best pairing leaves it free.
 */
export function sparePlaces(
  ahead: readonly Ahead[],
  people: readonly Person[],
  now: Date,
): { isSpare(memberId: string): boolean; take(memberId: string): void } {
  const free = ahead.length === 0 ? [] : people.filter((p) => freePlaces(p) > 0 && isThere(p, now));
  const places = new Map(free.map((p) => [p.memberId, freePlaces(p)]));
  const takers = ahead
    .map((a) => free.filter((p) => !a.notFrom.has(p.memberId) && misfit(p, a) === null))
    .filter((who) => who.length > 0)
    .map((who) => who.map((p) => p.memberId));
  /** Which of `takers` holds whose places. */
  const held = new Map<string, number[]>();

  function pair(question: number, tried: Set<string>): boolean {
    for (const memberId of takers[question] ?? []) {
      if (tried.has(memberId)) continue;
      tried.add(memberId);
      const holders = held.get(memberId) ?? [];
      if (holders.length < (places.get(memberId) ?? 0)) {
        held.set(memberId, [...holders, question]);
        return true;
      }
      const moved = holders.find((holder) => pair(holder, tried));
      if (moved === undefined) continue;
      held.set(memberId, [...(held.get(memberId) ?? []).filter((holder) => holder !== moved), question]);
      return true;
    }
    return false;
  }
  takers.forEach((_, question) => {
    pair(question, new Set());
  });

  /** Makes one of his places free by moving a question ahead to somebody else, if need be; false when it has nowhere to go. */
  function vacate(memberId: string): boolean {
    const holders = held.get(memberId) ?? [];
    if (holders.length < (places.get(memberId) ?? Number.POSITIVE_INFINITY)) return true;
    const moved = holders.find((holder) => pair(holder, new Set([memberId])));
    if (moved === undefined) return false;
    held.set(
      memberId,
      (held.get(memberId) ?? []).filter((holder) => holder !== moved),
    );
    return true;
  }

  return {
    isSpare: vacate,
    take(memberId) {
      vacate(memberId);
      const left = places.get(memberId);
      if (left !== undefined) places.set(memberId, left - 1);
    },
  };
}
