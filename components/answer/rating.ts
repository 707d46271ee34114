import type { RateSegment } from "@/lib/domain/chat/schema";

export type Rating = Omit<RateSegment, "segmentId">;
export type Solved = NonNullable<Rating["solved"]>;

/** As the server allows, in UTF-16 units. */
export const mostWords = 1_000;

export type RatingDraft = { stars: Rating["stars"] | null; solved: Solved | null; words: string };

export const emptyDraft: RatingDraft = { stars: null, solved: null, words: "" };

/**
 * What is sent of a draft, or what is missing: `stars` when none is chosen, `words` with how many characters are too
 * many.
 */
export function ratingOf(
  draft: RatingDraft,
): { rating: Rating } | { missing: "stars" } | { missing: "words"; tooMany: number } {
  const words = draft.words.trim();
  if (draft.stars === null) return { missing: "stars" };
  if (words.length > mostWords) return { missing: "words", tooMany: words.length - mostWords };
  const { stars, solved } = draft;
  return { rating: { stars, ...(solved ? { solved } : {}), ...(words ? { words } : {}) } };
}

/** Which thanks a rating gets back: the warm one only where the answer was good. */
export function isGlad({ stars, solved }: Pick<RatingDraft, "stars" | "solved">): boolean {
  return stars !== null && stars >= 4 && solved !== "no";
}
