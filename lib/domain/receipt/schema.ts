import { z } from "zod";
import type { Verdict } from "@/lib/domain/routing/candidate";

/** Every verdict of routing; a new one does not compile until it stands here. */
const verdictNames: Record<Verdict, true> = {
  eligible: true,
  inactive: true,
  away: true,
  closed: true,
  hours: true,
  gone: true,
  blocked: true,
  "handed-over": true,
  "not-staff": true,
  "not-owner": true,
  language: true,
  topic: true,
  asked: true,
  full: true,
  kept: true,
};

export type { Verdict };
export const verdicts = Object.keys(verdictNames) as [Verdict, ...Verdict[]];

export const Terms = z.object({
  skill: z.number(),
  ownership: z.number(),
  narrowness: z.number(),
  idle: z.number(),
});

/** What is stored of a decision, as far as it is read; older ones know less, and more may stand beside it. */
export const Receipt = z.object({
  wave: z.int().default(1),
  round: z.int().default(1),
  waitedSeconds: z.number().default(0),
  asked: z
    .array(
      z.object({
        memberId: z.string(),
        score: z.number().optional(),
        terms: Terms.optional(),
        before: z.enum(["named", "thanked", "chance"]).optional(),
        reserves: z.boolean().default(true),
      }),
    )
    .default([]),
  considered: z
    .array(
      z.object({
        memberId: z.string(),
        verdict: z.enum(verdicts).catch("inactive"),
        score: z.number().optional(),
        terms: Terms.optional(),
      }),
    )
    .default([]),
  /** In a crowd: how many others were looked at, by their verdict. */
  others: z.partialRecord(z.enum(verdicts), z.int()).default({}),
  /** In a larger one: how many more were open, and not looked at since the best of those who fit were enough. */
  unseen: z.int().default(0),
});
export type Receipt = z.infer<typeof Receipt>;

/** The kinds of stored events that are decisions. */
export const decisionKinds = ["wave", "called", "gave_up"] as const;
