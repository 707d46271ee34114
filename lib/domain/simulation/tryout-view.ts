import { z } from "zod";
import { SettingsChange } from "@/lib/domain/brand/schema";
import { Instant } from "@/lib/domain/schema";
import { tryoutRounds } from "./tryout";

/** Settings to be tried, one living of the days at a time. */
export const TrySettings = z.strictObject({
  settings: SettingsChange,
  /** Which of the rounds: it names the chances. */
  round: z
    .int()
    .min(0)
    .max(tryoutRounds - 1),
  /** Where the days end, as the first round's answer said it; without it, now. */
  until: Instant.optional(),
});
export type TrySettings = z.infer<typeof TrySettings>;

const Seconds = z.number().nonnegative().nullable();
const Figures = z.strictObject({
  missed: z.int(),
  overloads: z.int(),
  answered: z.int(),
  kept: z.number().nullable(),
  halfWaited: Seconds,
  mostWaited: Seconds,
});

export const TryoutView = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("too-few"), questions: z.int(), needed: z.int() }),
  /** Nobody's comings and goings are recorded for these days. */
  z.strictObject({ kind: z.literal("unrecorded") }),
  z.strictObject({
    kind: z.literal("lived"),
    until: Instant,
    questions: z.int(),
    /** Set where the questions were too many and only the last are looked at: the first day of these. */
    cutAt: z.string().nullable(),
    /** As it really was. */
    was: Figures,
    now: Figures,
    tried: Figures,
    /** Missed questions of each day of the brand's calendar. */
    days: z.array(z.strictObject({ day: z.string(), now: z.int(), tried: z.int() })),
  }),
]);
export type TryoutView = z.infer<typeof TryoutView>;
