import { z } from "zod";
import { Id, words } from "@/lib/domain/schema";

export const flagReasons = ["insult", "spam", "private-data", "other"] as const;
export type FlagReason = (typeof flagReasons)[number];

/** A report on a message, or with none on the person at the other side of the chat. */
export const FlagSomething = z.strictObject({
  messageId: Id.optional(),
  reason: z.enum(flagReasons),
  words: words(500).optional(),
});
export type FlagSomething = z.infer<typeof FlagSomething>;

/** A ban ends by itself: after an hour, a day, three, a week, thirty or ninety days, in hours. */
export const banHours = [1, 24, 72, 168, 720, 2160] as const;
export type BanHours = (typeof banHours)[number];
export const BanHours = z.literal(banHours);

const reason = words(500).optional();

export const BanVisitor = z.strictObject({ hours: BanHours, reason });
export type BanVisitor = z.infer<typeof BanVisitor>;

/**
 * What a manager makes of the reports he has seen. `flagIds` are those: a report that came meanwhile stays open, and one
 * that somebody else has settled meanwhile refuses the whole.
 */
export const Decide = z.strictObject({
  flagIds: z.array(Id).min(1).max(100),
  decision: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("hide") }),
    z.strictObject({ kind: z.literal("restore") }),
    z.strictObject({ kind: z.literal("dismiss") }),
    z.strictObject({ kind: z.literal("pause") }),
    z.strictObject({ kind: z.literal("suspend") }),
    z.strictObject({ kind: z.literal("ban"), hours: BanHours }),
  ]),
  reason,
});
export type Decide = z.infer<typeof Decide>;
export type Decision = Decide["decision"];
