import type { RateSegment } from "@/lib/domain/chat/schema";

export type Rating = Omit<RateSegment, "segmentId">;
export type Solved = NonNullable<Rating["solved"]>;

/** As the server allows, in UTF-16 units. */
export const mostWords = 1_000;

export type RatingDraft = {
  stars: Rating["stars"] | null;
  solved: Solved | null;
  words: string;
  /** Ticked: the brand may show his words; he may be asked again in two weeks. */
  showsWords: boolean;
  mayAskLater: boolean;
};

export const emptyDraft: RatingDraft = {
  stars: null,
  solved: null,
  words: "",
  showsWords: false,
  mayAskLater: false,
};

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
  return {
    rating: {
      stars,
      ...(solved ? { solved } : {}),
      ...(words ? { words } : {}),
      ...(words && draft.showsWords && isGlad(draft) ? { showsWords: true } : {}),
      ...(draft.mayAskLater && mayAskLater(draft) ? { mayAskLater: true } : {}),
    },
  };
}

/** Which thanks a rating gets back: the warm one only where the answer was good. */
export function isGlad({ stars, solved }: Pick<RatingDraft, "stars" | "solved">): boolean {
  return stars !== null && stars >= 4 && solved !== "no";
}

/** Whether it is worth asking again in two weeks: only what helped can go on helping. */
export function mayAskLater(draft: Pick<RatingDraft, "stars" | "solved">): boolean {
  return isGlad(draft) && draft.solved !== null;
}
