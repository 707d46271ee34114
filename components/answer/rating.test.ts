import { describe, expect, it } from "vitest";
import { RateSegment } from "@/lib/domain/chat/schema";
import { emptyDraft, isGlad, mostWords, ratingOf } from "./rating";

describe("ratingOf", () => {
  it("asks for stars, the only thing that must be chosen", () => {
    expect(ratingOf({ ...emptyDraft, words: "Thanks" })).toEqual({ missing: "stars" });
    expect(ratingOf({ ...emptyDraft, stars: 2 })).toEqual({ rating: { stars: 2 } });
  });

  it("sends what was said, without the spaces around it", () => {
    expect(ratingOf({ ...emptyDraft, stars: 5, solved: "yes", words: "  Clear.\n" })).toEqual({
      rating: { stars: 5, solved: "yes", words: "Clear." },
    });
  });

  it("says how much too long the words are, by the server's own limit", () => {
    const schema = RateSegment.omit({ segmentId: true });
    const longest = "x".repeat(mostWords);
    expect(schema.safeParse({ stars: 4, words: longest }).success).toBe(true);
    expect(schema.safeParse({ stars: 4, words: `${longest}x` }).success).toBe(false);
    expect(ratingOf({ ...emptyDraft, stars: 4, words: `${longest}xyz` })).toEqual({
      missing: "words",
      tooMany: 3,
    });
  });
});

describe("what was ticked", () => {
  const ticked = { ...emptyDraft, words: "Clear.", showsWords: true, mayAskLater: true };
  it.each([
    [
      { stars: 5, solved: "yes" },
      { showsWords: true, mayAskLater: true },
    ],
    [{ stars: 5, solved: null }, { showsWords: true }],
    [{ stars: 5, solved: "no" }, {}],
    [{ stars: 3, solved: "yes" }, {}],
    [{ stars: 5, solved: "yes", words: " " }, { mayAskLater: true }],
  ] as const)("of %j sends %j", (draft, sent) => {
    const result = ratingOf({ ...ticked, ...draft });
    const { stars: _, solved: __, words: ___, ...rest } = "rating" in result ? result.rating : { stars: 0 };
    expect(rest).toEqual(sent);
  });
});

describe("isGlad", () => {
  it.each([
    [5, "yes", true],
    [4, null, true],
    [5, "no", false],
    [3, "yes", false],
    [null, null, false],
  ] as const)("%s stars, solved %s: %s", (stars, solved, glad) => {
    expect(isGlad({ stars, solved })).toBe(glad);
  });
});
