import { z } from "zod";
import { whyCodes } from "@/lib/domain/receipt/why-me";
import { Id, Instant, Names } from "@/lib/domain/schema";

/** Why this member was asked, as he may read it. */
export const OfferReason = z.strictObject({
  topic: Names.nullable(),
  thanks: z.int().nonnegative(),
  owns: z.strictObject({ product: z.string(), months: z.int().nonnegative() }).nullable(),
  /** Everybody who could answer is being asked. */
  openCall: z.boolean(),
  /** What decided, most telling first; older offers do not know. */
  because: z.array(z.enum(whyCodes)).default([]),
});
export type OfferReason = z.infer<typeof OfferReason>;

/** A question put to a member. The visitor is a stranger: first name, words, topic, page. */
export const OfferView = z.strictObject({
  id: Id,
  questionId: Id,
  firstName: z.string().nullable(),
  text: z.string(),
  topic: Names.nullable(),
  pageTitle: z.string().nullable(),
  language: z.string(),
  reason: OfferReason,
  capsule: z.string().nullable(),
  /** Who hands the chat over, and why, in his words; `isNamed`: this member is the one he named. */
  handover: z
    .strictObject({
      name: z.string(),
      kind: z.enum(["owner", "staff"]),
      reason: z.string().nullable(),
      isNamed: z.boolean(),
    })
    .nullable(),
  /** Somebody has talked with the visitor already: what was said can be read before accepting. */
  hasTranscript: z.boolean(),
  madeAt: Instant,
  expiresAt: Instant,
});
export type OfferView = z.infer<typeof OfferView>;

/** How an offer went away without the member's doing. */
export const OfferWithdrawn = z.strictObject({
  offerId: Id,
  because: z.enum(["taken", "expired", "withdrawn", "absent"]),
  /** Who took it. */
  by: z.string().nullable(),
});
export type OfferWithdrawn = z.infer<typeof OfferWithdrawn>;
