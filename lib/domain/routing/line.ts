import { freePlaces, isThere, misfit, type Need, type Person } from "./candidate";

/** A question that comes before another one in the queue and waits without holding anybody's place. */
export type Ahead = Need & {
  /** Who passed on it, was silent, or must not meet its visitor: no place of theirs is kept for it. */
  notFrom: ReadonlySet<string>;
};

/**
 * The questions ahead, and the free places. First come, first served without idle hands: a place may be taken by a later
 * question only if those ahead can still have as many places as they could have without it.
 */
export type Line = {
  /** Whether one place of a member is not needed by those ahead. */
  isSpare(memberId: string): boolean;
  /** One of his places is gone, or is free again. */
  take(memberId: string): void;
  free(memberId: string): void;
  /** A question joins those ahead. */
  join(ahead: Ahead): void;
  /** How many of those ahead wait for somebody whom such a question waits for, too. */
  rivals(need: Need): number;
};

/**
 * A line with nobody in it yet. Places and questions ahead are paired as well as they can be, and kept so with every
 * change (maximum bipartite matching by augmenting paths, H. W. Kuhn 1955); a place is spare when some best pairing
 * leaves it free.
 */
export function lineUp(people: readonly Person[], now: Date): Line {
  const present = people.filter((person) => isThere(person, now));
  const places = new Map(present.map((person) => [person.memberId, freePlaces(person)]));
  const fits = new Map<string, readonly string[]>();
  const ahead: { fit: readonly string[]; notFrom: ReadonlySet<string> }[] = [];
  /** Which of `ahead`, by their index, hold whose places; and which of them hold none. */
  const held = new Map<string, number[]>();
  const unpaired = new Set<number>();

  /** Who is there and could take such a question; the same list for the same need. */
  function fitting(need: Need): readonly string[] {
    const key = `${need.language} ${need.audience} ${need.topicId}`;
    let fit = fits.get(key);
    if (!fit) {
      fit = present.filter((person) => misfit(person, need) === null).map(({ memberId }) => memberId);
      fits.set(key, fit);
    }
    return fit;
  }

  const holdersOf = (memberId: string) => held.get(memberId) ?? [];
  const placesOf = (memberId: string) => places.get(memberId) ?? 0;

  /** Finds a place for the question, moving others to other places where that helps. */
  function pair(question: number, tried: Set<string>): boolean {
    const one = ahead[question];
    for (const memberId of one?.fit ?? []) {
      if (tried.has(memberId) || one?.notFrom.has(memberId)) continue;
      tried.add(memberId);
      const holders = holdersOf(memberId);
      if (holders.length < placesOf(memberId)) {
        held.set(memberId, [...holders, question]);
        return true;
      }
      const moved = holders.find((holder) => pair(holder, tried));
      if (moved === undefined) continue;
      held.set(memberId, [...without(holdersOf(memberId), moved), question]);
      return true;
    }
    return false;
  }

  /** Takes one of the questions that hold his places out of them, to another place if there is one. */
  function vacate(memberId: string): void {
    const holders = holdersOf(memberId);
    if (holders.length < placesOf(memberId)) return;
    const moved = holders.find((holder) => pair(holder, new Set([memberId])));
    const gone = moved ?? holders.at(-1);
    if (gone === undefined) return;
    held.set(memberId, without(holdersOf(memberId), gone));
    if (moved === undefined) unpaired.add(gone);
  }

  const mayGoTo = (question: number, to: ReadonlySet<string>) => {
    const { fit, notFrom } = ahead[question] ?? { fit: [], notFrom: to };
    return fit.some((memberId) => to.has(memberId) && !notFrom.has(memberId));
  };

  /** Whose places are spare: not held, or held by a question that could go to a spare one. Null until it is asked for. */
  let spare: Set<string> | null = null;
  function spareNow(): Set<string> {
    if (spare) return spare;
    const found = new Set<string>();
    const tight: string[] = [];
    for (const [memberId, count] of places) {
      if (holdersOf(memberId).length < count) found.add(memberId);
      else if (count > 0) tight.push(memberId);
    }
    for (let grew = found.size > 0; grew; ) {
      grew = false;
      for (const memberId of tight) {
        if (found.has(memberId) || !holdersOf(memberId).some((holder) => mayGoTo(holder, found))) continue;
        found.add(memberId);
        grew = true;
      }
    }
    spare = found;
    return found;
  }

  return {
    isSpare: (memberId) => spareNow().has(memberId),
    take(memberId) {
      vacate(memberId);
      places.set(memberId, Math.max(0, placesOf(memberId) - 1));
      spare = null;
    },
    free(memberId) {
      if (!places.has(memberId)) return;
      places.set(memberId, placesOf(memberId) + 1);
      const served = [...unpaired].find((question) => pair(question, new Set()));
      if (served !== undefined) unpaired.delete(served);
      spare = null;
    },
    join({ notFrom, ...need }) {
      const question = ahead.push({ fit: fitting(need), notFrom }) - 1;
      // Where no spare place is within reach, there is no pairing to look for.
      if (!mayGoTo(question, spareNow()) || !pair(question, new Set())) unpaired.add(question);
      else spare = null;
    },
    rivals(need) {
      const mine = new Set(fitting(need));
      const shares = new Map<readonly string[], boolean>();
      return ahead.filter(({ fit, notFrom }) => {
        if (notFrom.size > 0) return fit.some((memberId) => mine.has(memberId) && !notFrom.has(memberId));
        let isShared = shares.get(fit);
        if (isShared === undefined) {
          isShared = fit.some((memberId) => mine.has(memberId));
          shares.set(fit, isShared);
        }
        return isShared;
      }).length;
    },
  };
}

function without(questions: readonly number[], gone: number): number[] {
  return questions.filter((question) => question !== gone);
}
