import { z } from "zod";

const count = z.int().positive();

/**
 * What earns a badge: so many counted thanks, of any kind or of one; or thanks in so many languages. Stored with the
 * badge, so that a brand may have its own.
 */
export const BadgeRule = z.discriminatedUnion("fact", [
  z.strictObject({ fact: z.literal("thanks"), count }),
  /** `topic` is a slug. */
  z.strictObject({ fact: z.literal("topic"), topic: z.string(), count }),
  z.strictObject({ fact: z.literal("rescue"), count }),
  z.strictObject({ fact: z.literal("languages"), count }),
]);
export type BadgeRule = z.infer<typeof BadgeRule>;
