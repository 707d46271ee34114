import { z } from "zod";
import { BadgeMark } from "@/lib/domain/member/view";
import { Instant, words } from "@/lib/domain/schema";

export const CheckRecord = z.strictObject({ record: words(20_000).min(1) });

/** What became of a record that somebody shows: it holds, it was taken back, or this brand never wrote it. */
export const RecordCheck = z.discriminatedUnion("result", [
  z.strictObject({ result: z.literal("valid"), name: z.string(), badge: BadgeMark, awardedAt: Instant }),
  z.strictObject({ result: z.literal("withdrawn") }),
  z.strictObject({ result: z.literal("foreign") }),
]);
export type RecordCheck = z.infer<typeof RecordCheck>;

/** A record's word on who holds it, his name first, as `openBadge` writes it. */
export const RecordOfHolder = z.object({
  credentialSubject: z.object({
    identifier: z.tuple(
      [z.object({ identityType: z.literal("name"), identityHash: z.string() })],
      z.unknown(),
    ),
  }),
});
