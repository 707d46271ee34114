import { z } from "zod";
import { Hours } from "@/lib/domain/hours/schema";
import { Id, Instant, Locale } from "@/lib/domain/schema";
import { Wording } from "@/lib/domain/site/schema";

/** A brand as its managers change it. `settings` holds only what differs from the defaults. */
export const BrandView = z.strictObject({
  id: Id,
  slug: z.string(),
  name: z.string(),
  languages: z.array(Locale),
  timeZone: z.string(),
  settings: z.record(z.string(), z.number()),
  privacyLine: Wording,
  privacyUrl: z.string().nullable(),
  offersLeaving: z.boolean(),
  publishesPromises: z.boolean(),
  publishesCommunity: z.boolean(),
  hours: Hours,
  version: z.int(),
});
export type BrandView = z.infer<typeof BrandView>;

/** What saving answers: the version to save next, and the journal's entry to undo by (null when nothing differed). */
export const Saved = z.strictObject({ version: z.int(), auditId: z.string().nullable() });
export type Saved = z.infer<typeof Saved>;

/** The steps of a brand's first days, in their order. */
export const guideSteps = ["site", "install", "topics", "invite", "open", "answer"] as const;
export type GuideStep = (typeof guideSteps)[number];

/** How far a brand has come. `isShown` is false once all is done or an admin has put it away. */
export const GuideView = z.strictObject({
  isShown: z.boolean(),
  steps: z.array(z.strictObject({ step: z.enum(guideSteps), isDone: z.boolean() })),
});
export type GuideView = z.infer<typeof GuideView>;

/** A brand that was closed and can be brought back by its admin until then. */
export const ClosedBrand = z.strictObject({ id: Id, name: z.string(), closedAt: Instant, until: Instant });
export type ClosedBrand = z.infer<typeof ClosedBrand>;
