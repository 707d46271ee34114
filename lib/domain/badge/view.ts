import { z } from "zod";
import { BadgeMark, BadgeProgress } from "@/lib/domain/member/view";
import { Id, Instant, Names } from "@/lib/domain/schema";
import { BadgeFamilyName } from "./schema";

const Level = z.int().min(1).max(3);

/** A series of badges as managers see it. `id` is that of its first level. */
export const SeriesView = z.strictObject({
  id: Id,
  family: BadgeFamilyName,
  icon: z.string(),
  names: Names,
  /** `isRemoved`: no longer offered, so that the badges rest. */
  topic: z.strictObject({ id: Id, names: Names, isRemoved: z.boolean() }).nullable(),
  /** Its topic was never there: the rule names something that this brand does not have. */
  isAdrift: z.boolean(),
  levels: z.array(z.strictObject({ level: Level, count: z.int(), holders: z.int() })),
  version: z.int(),
});
export type SeriesView = z.infer<typeof SeriesView>;

export const SeriesList = z.strictObject({ series: z.array(SeriesView) });

/** Who would have each level by what has happened until now, by name: nobody is ranked. */
export const SeriesPreview = z.strictObject({
  /** For each count, how many have reached it. */
  reached: z.array(z.int()),
  people: z.array(z.strictObject({ id: Id, name: z.string(), level: Level })),
});
export type SeriesPreview = z.infer<typeof SeriesPreview>;

/** What speaks for an award: one line for each fact. `from` is the visitor's first name, while it is known. */
export const EvidenceLine = z.strictObject({
  id: Id,
  at: Instant,
  topic: Names.nullable(),
  from: z.string().nullable(),
});

/** An award as managers see it. */
export const Holder = z.strictObject({
  awardId: Id,
  memberId: Id,
  name: z.string(),
  level: Level,
  awardedAt: Instant,
  count: z.int(),
  withdrawn: z.strictObject({ at: Instant, reason: z.string() }).nullable(),
});
export type Holder = z.infer<typeof Holder>;
export const Holders = z.strictObject({ holders: z.array(Holder) });

/** A member's own badges: earned with what they rest on, within reach, and taken back. */
export const Shelf = z.strictObject({
  earned: z.array(
    z.strictObject({
      badge: BadgeMark,
      awardedAt: Instant,
      topic: Names.nullable(),
      need: z.int(),
      evidence: z.array(EvidenceLine),
    }),
  ),
  open: z.array(BadgeProgress),
  withdrawn: z.array(z.strictObject({ badge: BadgeMark, at: Instant, reason: z.string() })),
});
export type Shelf = z.infer<typeof Shelf>;
