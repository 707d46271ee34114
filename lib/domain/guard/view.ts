import { z } from "zod";
import { Instant, words } from "@/lib/domain/schema";

/** What could make volunteers look employed, with what a manager answered to it. */
export const GuardView = z.strictObject({
  findings: z.array(
    z.strictObject({
      key: z.string(),
      reason: z.enum(["cash", "hours", "sanction", "employed", "long-hours", "fixed-capacity"]),
      place: z.enum(["reply", "announcement", "badge", "campaign", "course", "hours", "member"]),
      name: z.string(),
      excerpt: z.string(),
      answer: z.strictObject({ reason: z.string(), by: z.string().nullable(), at: Instant }).nullable(),
    }),
  ),
});
export type GuardView = z.infer<typeof GuardView>;

/** A manager's answer to a finding; null takes it back. */
export const AnswerFinding = z.strictObject({
  finding: z.string().max(200),
  reason: words(300)
    .refine((reason) => reason !== "", "empty")
    .nullable(),
});
export type AnswerFinding = z.infer<typeof AnswerFinding>;
