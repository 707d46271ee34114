/** Thanks come back once: the visitor is asked so many days later whether it still helps. */
export const returnRules = {
  afterDays: 14,
  /** Where the product stood still for longer than this, the question has grown stale and is not asked. */
  lateDays: 14,
  /** The link in the mail takes an answer for so long. */
  openDays: 60,
} as const;

export const lastingAnswers = ["yes", "partly", "no"] as const;
export type LastingAnswer = (typeof lastingAnswers)[number];

/**
 * How an answer counts beside the thanks that it comes back to: lasting help is a fact of its own, for badges and trust;
 * help that faded is a miss, which skill weighs against the thanks.
 */
export function lastingCount(answer: LastingAnswer | null): { lasting: 0 | 1; faded: 0 | 1 } {
  return { lasting: answer === "yes" ? 1 : 0, faded: answer === "no" ? 1 : 0 };
}

/** What an answer in place of another adds to what was counted; negative where it takes back. */
export function lastingChange(
  before: LastingAnswer | null,
  after: LastingAnswer,
): { lasting: number; faded: number } {
  const [old, fresh] = [lastingCount(before), lastingCount(after)];
  return { lasting: fresh.lasting - old.lasting, faded: fresh.faded - old.faded };
}
