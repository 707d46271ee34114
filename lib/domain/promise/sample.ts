import type { AnswerSample } from "./measure";

/** What became of a question, as far as its promise is concerned. */
export type Outcome = {
  state: "asked" | "offering" | "calling" | "matched" | "ended" | "left" | "answered" | "withdrawn";
  askedAt: Date;
  promiseSeconds: number;
  firstAnswerAt: Date | null;
  endedAt: Date | null;
  /** Null when its visitor was promised no answer at once: he left it by wish. */
  seats: number | null;
  leftAt: Date | null;
};

/** Whether the visitor chose to leave his question from the start: nothing but the stated delay was promised. */
export function isLeftByWish({
  seats,
  leftAt,
  askedAt,
}: Pick<Outcome, "seats" | "leftAt" | "askedAt">): boolean {
  return seats === null && leftAt !== null && leftAt.getTime() === askedAt.getTime();
}

/**
 * What a question tells of how fast answers come; null when it tells nothing: still within its promise, or taken back
 * within it. One that nobody answered counts as later than any answer: it was given up, ended without a word, was taken
 * back after the promise, or still waits past it. Leaving those out would make the slow hours look fast.
 */
export function sampleOf(question: Outcome, now: Date): AnswerSample | null {
  const { state, askedAt, promiseSeconds, firstAnswerAt, endedAt, seats } = question;
  const since = (at: Date) => (at.getTime() - askedAt.getTime()) / 1000;
  if (firstAnswerAt) return { seconds: since(firstAnswerAt), seats };
  if (isLeftByWish(question)) return null;
  const never = { seconds: null, seats };
  switch (state) {
    case "left":
    case "answered":
    case "ended":
      return never;
    case "withdrawn":
      return since(endedAt ?? now) > promiseSeconds ? never : null;
    default:
      return since(now) > promiseSeconds ? never : null;
  }
}
