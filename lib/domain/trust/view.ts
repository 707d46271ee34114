import { z } from "zod";
import { Instant, words } from "@/lib/domain/schema";
import { trustFactNames } from "./level";

const Level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

const NeedView = z.strictObject({
  fact: z.enum(trustFactNames),
  has: z.int(),
  wants: z.int(),
  /** The fact may be no more than `wants`; otherwise it must be that many. */
  isMost: z.boolean(),
  isMet: z.boolean(),
});

/** A member's trust with its reasons: the level that counts, what the facts give, what a manager said. */
export const TrustView = z.strictObject({
  level: Level,
  earned: Level,
  /** He still learns: until his coach confirms he is observed. */
  isLearning: z.boolean(),
  decision: z
    .strictObject({
      rule: z.enum(["set", "hold"]),
      level: Level,
      reason: z.string(),
      by: z.string().nullable(),
      at: Instant,
    })
    .nullable(),
  levels: z.array(z.strictObject({ level: Level, isReached: z.boolean(), needs: z.array(NeedView) })),
});
export type TrustView = z.infer<typeof TrustView>;

/** Trust of one's own; null for staff, who are not levelled. */
export const OwnTrust = z.strictObject({ trust: TrustView.nullable() });

const reason = words(500).refine((said) => said !== "", "EMPTY");

/** A manager's word: at this level, not above it, or (null) by the facts again. Why is always said. */
export const DecideTrust = z.strictObject({
  word: z.strictObject({ rule: z.enum(["set", "hold"]), level: Level }).nullable(),
  reason,
});
export type DecideTrust = z.infer<typeof DecideTrust>;
