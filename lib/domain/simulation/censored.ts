import type { Random } from "./random";

/** Something that took `after` seconds, or (`isOpen`) had not happened by then: somebody else was faster, or it was called off. */
export type Observed<T> = { after: number; isOpen: boolean; value: T };

/**
 * Draws from what was seen, those included whose end was not: such a one is passed on to somebody who lasted longer.
 * That is the Kaplan–Meier estimate (Efron's "redistribute to the right", 1967): leaving the unfinished out would make
 * everybody look quicker than he is. Null when the draw lasts longer than anything that was seen to end.
 * `sorted`: by `after`.
 */
export function drawObserved<T>(
  sorted: readonly Observed<T>[],
  random: Random,
  longerThan = Number.NEGATIVE_INFINITY,
): Observed<T> | null {
  let from = firstAfter(sorted, longerThan);
  while (from < sorted.length) {
    const index = from + Math.floor(random() * (sorted.length - from));
    const found = sorted[index];
    if (!found) return null;
    if (!found.isOpen) return found;
    from = index + 1;
  }
  return null;
}

/** By halving: a brand's days ask it some ten thousand times. */
function firstAfter(sorted: readonly Observed<unknown>[], after: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle]?.after ?? 0) > after) to = middle;
    else from = middle + 1;
  }
  return from;
}
