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
