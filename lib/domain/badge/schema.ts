import { z } from "zod";
import { FactKind } from "@/lib/domain/fact/schema";
import { Id, words } from "@/lib/domain/schema";

export const BadgeFamilyName = z.enum([
  "welcome",
  "topic",
  "thanks",
  "lasting",
  "rescue",
  "language",
  "safety",
  "season",
  "coach",
]);
export type BadgeFamilyName = z.infer<typeof BadgeFamilyName>;

const mostNeeded = 1000;
const Count = z.int().min(1).max(mostNeeded);

/**
 * What earns a badge: so many facts of a kind. `topic`, a slug, asks for facts on that topic; `distinct` counts different
 * languages or seasons of a year instead of facts. Stored with the badge, so that a brand may have its own.
 */
export const BadgeRule = z.strictObject({
  fact: FactKind,
  count: Count,
  topic: z.string().optional(),
  distinct: z.enum(["language", "season"]).optional(),
});
export type BadgeRule = z.infer<typeof BadgeRule>;

/** Rules that held for a while, the oldest first. `from` is null for all of the past. */
export const PastRules = z.array(
  z.strictObject({ rule: BadgeRule, from: z.iso.datetime().nullable(), until: z.iso.datetime() }),
);
export type PastRules = z.infer<typeof PastRules>;

const Name = words(60).pipe(z.string().min(1));
const BadgeNames = z.strictObject({ en: Name, fr: Name });

/** How many are needed for bronze, silver and gold: one to three numbers, each more than the last. */
const Counts = z
  .array(Count)
  .min(1)
  .max(3)
  .refine((counts) => counts.every((count, index) => index === 0 || count > (counts[index - 1] ?? 0)));

/** A series as its form says it. `topic` is the topic's id, for the family `topic` alone. */
const Series = z.strictObject({
  names: BadgeNames,
  icon: z.string().regex(/^[a-z]{1,20}$/),
  counts: Counts,
  topicId: Id.nullable(),
});

export const CreateSeries = Series.extend({ family: BadgeFamilyName });
export type CreateSeries = z.infer<typeof CreateSeries>;

/** Saved at the version that the form was opened with; the family is what a series is, and stays. */
export const ChangeSeries = Series.extend({ version: z.int().positive() });
export type ChangeSeries = z.infer<typeof ChangeSeries>;

export const PreviewSeries = z.strictObject({
  family: BadgeFamilyName,
  counts: Counts,
  topicId: Id.nullable(),
});
export type PreviewSeries = z.infer<typeof PreviewSeries>;

export const WithdrawAward = z.strictObject({ reason: words(500).pipe(z.string().min(1)) });
