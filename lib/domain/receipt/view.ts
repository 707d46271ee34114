import { z } from "zod";
import { Id, Instant, Names } from "@/lib/domain/schema";
import { decisionKinds, Terms, verdicts } from "./schema";
import { whyNotCodes } from "./why-not";

/** Why questions of the last days passed a member by, counted; never who had them, nor what anybody did. */
export const WhyNotList = z.strictObject({
  days: z.int(),
  rows: z.array(
    z.strictObject({
      code: z.enum(whyNotCodes),
      count: z.int().positive(),
      /** With `language`: which one. */
      language: z.string().nullable(),
      /** With `topic` and what others were ahead in: about what. */
      topic: Names.nullable(),
    }),
  ),
});
export type WhyNotList = z.infer<typeof WhyNotList>;

/** What became of an offer. `silent`: delivered, and it lapsed; `absent`: his screen never confirmed it. */
export const offerOutcomes = [
  "accepted",
  "passed",
  "silent",
  "absent",
  "taken",
  "withdrawn",
  "open",
] as const;

/** One decision of routing with everybody who was looked at, for the brand's staff. Seconds count from the question. */
export const ReceiptView = z.strictObject({
  kind: z.enum(decisionKinds),
  at: Instant,
  seconds: z.number(),
  round: z.int(),
  wave: z.int(),
  /** Seconds that the round had lasted by then. */
  waitedSeconds: z.number(),
  people: z.array(
    z.strictObject({
      memberId: Id,
      name: z.string(),
      kind: z.enum(["owner", "staff"]),
      verdict: z.enum(verdicts),
      score: z.number().nullable(),
      terms: Terms.nullable(),
      before: z.enum(["named", "thanked", "chance"]).nullable(),
      isAsked: z.boolean(),
      reserves: z.boolean(),
      deliveredSeconds: z.number().nullable(),
      outcome: z.enum(offerOutcomes).nullable(),
      outcomeSeconds: z.number().nullable(),
    }),
  ),
  /** Others who were looked at, counted, most first; and how many more were open, but not looked at. */
  others: z.array(z.strictObject({ verdict: z.enum(verdicts), count: z.int().positive() })),
  unseen: z.int().nonnegative(),
});
export type ReceiptView = z.infer<typeof ReceiptView>;

export const ReceiptList = z.strictObject({ receipts: z.array(ReceiptView) });
