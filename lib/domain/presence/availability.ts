import type { Locale } from "@/lib/domain/locale";
import { locales } from "@/lib/domain/locale";
import { initialsOf, tintOf } from "@/lib/domain/member/appearance";
import type { HelperKind } from "@/lib/domain/member/role";
import type { Availability, Seats } from "@/lib/domain/targeting/launcher";

/** A member who is open, within his kind's hours, and whose screen is alive. */
export type Present = {
  memberId: string;
  displayName: string;
  kind: HelperKind;
  /** How many chats he takes at once, and how many more he could take now. */
  places: number;
  free: number;
  showsOnButton: boolean;
  languages: readonly string[];
  topicIds: readonly string[];
};

/** What pages are told besides who is there. */
export type Told = {
  /** The brand's topics. */
  topicIds: readonly string[];
  promiseSeconds: number;
  usualSeconds: number | null;
  leaving: boolean;
  /** The next opening by the brand's hours; null while a kind is open, or when none ever is. */
  opening: { at: Date; kind: HelperKind } | null;
};

const maxFaces = 3;
/** Open pages need to know that places are few, not how many there are: what does not matter is not told anew. */
const mostTold = 10;

/** Places that are free now, as pages are told. */
export function freeSeats({ community, staff }: Pick<Seats, "community" | "staff">): number {
  return community + staff;
}

/** Free places of these people, as pages are told. */
export function toldPlaces(people: readonly Present[]): Pick<Seats, "community" | "staff"> {
  const free = (kind: HelperKind) =>
    people.filter((p) => p.kind === kind).reduce((sum, p) => sum + p.free, 0);
  return { community: Math.min(mostTold, free("owner")), staff: Math.min(mostTold, free("staff")) };
}

/**
 * What open pages are told: who would answer now, how many places there are, and the faces of those who agreed to it; for
 * each language apart where it differs from the whole. `shareOf` says which part of visitors to invite to these people,
 * who speak that language (null: all).
 */
export function availabilityOf(
  present: readonly Present[],
  told: Told,
  shareOf: (people: readonly Present[], language: Locale | null) => number,
): Omit<Availability, "version"> {
  const whole = seatsOf(present, told.topicIds, () => shareOf(present, null));
  const inLanguages = locales.flatMap((language) => {
    const speakers = present.filter((person) => person.languages.includes(language));
    const seats = seatsOf(speakers, told.topicIds, () => shareOf(speakers, language));
    // Topics are said either way, since the whole's do not hold here.
    const own = { ...seats, uncovered: seats.uncovered ?? [] };
    return JSON.stringify(seats) === JSON.stringify(whole) ? [] : [[language, own] as const];
  });
  const { promiseSeconds, usualSeconds, leaving, opening } = told;
  return {
    ...whole,
    promiseSeconds,
    usualSeconds,
    ...(inLanguages.length > 0 ? { in: Object.fromEntries(inLanguages) } : {}),
    ...(leaving ? { leaving } : {}),
    ...(opening
      ? { opensAt: opening.at.toISOString(), opens: opening.kind === "owner" ? "community" : "staff" }
      : {}),
  };
}

/** Nobody is there, and nothing else is said. */
export function nobodyThere(promiseSeconds: number): Omit<Availability, "version"> {
  const told = { topicIds: [], promiseSeconds, usualSeconds: null, leaving: false, opening: null };
  return availabilityOf([], told, () => 0);
}

function seatsOf(people: readonly Present[], topicIds: readonly string[], shareOf: () => number): Seats {
  const { community, staff } = toldPlaces(people);
  const kind = community > 0 ? "community" : staff > 0 ? "staff" : "none";
  const shown = people.filter((p) => p.kind === (kind === "community" ? "owner" : "staff"));
  const known = new Set(people.flatMap((p) => (p.kind === "owner" && p.free > 0 ? p.topicIds : [])));
  const uncovered = kind === "community" ? topicIds.filter((id) => !known.has(id)) : [];
  return {
    kind,
    community,
    staff,
    online: kind === "none" ? 0 : shown.length,
    faces:
      kind === "community"
        ? shown
            .filter((p) => p.showsOnButton)
            // By id: who has just been asked is no news to anybody.
            .sort((a, b) => (a.memberId < b.memberId ? -1 : 1))
            .slice(0, maxFaces)
            .map((p) => ({ initials: initialsOf(p.displayName), tint: tintOf(p.memberId) }))
        : [],
    share: kind === "none" ? 0 : shareOf(),
    ...(uncovered.length > 0 ? { uncovered } : {}),
  };
}
