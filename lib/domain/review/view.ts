import { z } from "zod";
import { Id, Instant, Names } from "@/lib/domain/schema";
import { ReviewKind, ReviewOutcome } from "./schema";

const Person = z.strictObject({ id: Id, name: z.string() });

/** Thanks that look arranged, as managers judge them: what was seen, without saying that it was done. */
export const ReviewView = z.strictObject({
  id: Id,
  kind: ReviewKind,
  member: Person,
  /** The other member of a swap. */
  other: Person.nullable(),
  openedAt: Instant,
  /** It is about whoever reads it, too: somebody else decides. */
  concernsReader: z.boolean(),
  /** Who that is, by name, where it is about whoever reads it; empty where the brand has nobody else. */
  deciders: z.array(z.string()),
  thanks: z.array(
    z.strictObject({
      id: Id,
      at: Instant,
      stars: z.int(),
      /** The visitor's first name, while it is known. */
      from: z.string().nullable(),
      to: z.string(),
      topic: Names.nullable(),
      questionId: Id,
      counts: z.boolean(),
    }),
  ),
  decision: z
    .strictObject({
      outcome: ReviewOutcome,
      at: Instant,
      by: z.string().nullable(),
      reason: z.string().nullable(),
    })
    .nullable(),
});
export type ReviewView = z.infer<typeof ReviewView>;

export const ReviewList = z.strictObject({ open: z.array(ReviewView), decided: z.array(ReviewView) });
export type ReviewList = z.infer<typeof ReviewList>;
