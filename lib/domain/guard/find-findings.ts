import type { Week } from "@/lib/domain/hours/hours";
import { findInWords, type WordReason } from "./find-in-words";

export type GuardReason = WordReason | "long-hours" | "fixed-capacity";
export type GuardPlace = "reply" | "announcement" | "badge" | "campaign" | "course" | "hours" | "member";

/** A text that volunteers read, or that is said of them. */
export type GuardedText = { place: GuardPlace; id: string; name: string; text: string };

export type GuardedBrand = {
  texts: readonly GuardedText[];
  /** The owners' opening hours; null when they are always open. */
  ownerWeek: Week | null;
  /** Experts to whom a manager gave a number of chats at once by hand. */
  fixed: readonly { id: string; name: string; capacity: number }[];
};

/** One thing that could make volunteers look employed. `key` changes with the words: an answer is to what was read. */
export type Finding = { key: string; reason: GuardReason; place: GuardPlace; name: string; excerpt: string };

/** More than so many hours a week for owners read like a service that somebody has to staff: twelve a day. */
export const longHours = 84;
/** As many chats at once as full experts have by the rule; more by hand reads like an order. */
export const highCapacity = 3;

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Hours a week that opening hours hold; a range that ends at or before its beginning runs past midnight. */
export function hoursAWeek(week: Week): number {
  const minutes = week.flat().map(({ from, to }) => {
    const span = minutesOf(to) - minutesOf(from);
    return span > 0 ? span : span + 24 * 60;
  });
  return minutes.reduce((sum, each) => sum + each, 0) / 60;
}

/** A short digest of words, to tell whether they changed; FNV-1a, 32 bits. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** Everything in a brand's settings and texts that its managers should look at again, in a stable order. */
export function findFindings({ texts, ownerWeek, fixed }: GuardedBrand): Finding[] {
  const inTexts = texts.flatMap(({ place, id, name, text }) =>
    findInWords(text).map(({ reason, excerpt }) => ({
      key: `${place}:${id}:${reason}:${digest(text)}`,
      reason,
      place,
      name,
      excerpt,
    })),
  );
  const hours = ownerWeek ? hoursAWeek(ownerWeek) : 0;
  const inHours: Finding[] =
    hours > longHours
      ? [
          {
            key: `hours:owner:long-hours:${hours}`,
            reason: "long-hours",
            place: "hours",
            name: "",
            excerpt: `${hours} h`,
          },
        ]
      : [];
  const inPeople = fixed
    .filter(({ capacity }) => capacity >= highCapacity)
    .map(
      ({ id, name, capacity }): Finding => ({
        key: `member:${id}:fixed-capacity:${capacity}`,
        reason: "fixed-capacity",
        place: "member",
        name,
        excerpt: `${capacity}`,
      }),
    );
  return [...inTexts, ...inHours, ...inPeople];
}
