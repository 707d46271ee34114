import { z } from "zod";
import { BadgeMark, Tint } from "@/lib/domain/member/view";
import { Id, Instant, Locale, Names } from "@/lib/domain/schema";

/** Whether an owner could be asked right now; null while he could not. */
export const PublicPresence = z.enum(["free", "busy"]).nullable();
export type PublicPresence = z.infer<typeof PublicPresence>;

const Owned = z.strictObject({ product: z.string(), since: z.iso.date(), months: z.int().nonnegative() });

/** An owner as everybody may see him, who wanted it so. */
export const OwnerCard = z.strictObject({
  slug: z.string(),
  name: z.string(),
  initials: z.string(),
  tint: Tint,
  pictureUrl: z.string().nullable(),
  presence: PublicPresence,
  line: z.string(),
  place: z.string(),
  languages: z.array(Locale),
  owns: z.array(Owned),
  topics: z.array(Names),
});
export type OwnerCard = z.infer<typeof OwnerCard>;

/** A badge that somebody has: of each series the highest. */
export const PublicAward = z.strictObject({ id: Id, badge: BadgeMark, awardedAt: Instant });
export type PublicAward = z.infer<typeof PublicAward>;

/** A word of thanks that its visitor lets everybody read. `to` is null for an owner without a public page. */
export const WallThanks = z.strictObject({
  id: Id,
  words: z.string(),
  from: z.string().nullable(),
  to: z
    .strictObject({
      slug: z.string(),
      name: z.string(),
      initials: z.string(),
      tint: Tint,
      pictureUrl: z.string().nullable(),
    })
    .nullable(),
  topic: Names.nullable(),
  language: z.string(),
  thankedAt: Instant,
});
export type WallThanks = z.infer<typeof WallThanks>;

/** An owner's public page. Numbers are there from sensible counts on, else null. */
export const PublicProfileView = OwnerCard.extend({
  /** Different visitors who thanked him. */
  helped: z.int().nullable(),
  solved: z.strictObject({ yes: z.int(), of: z.int() }).nullable(),
  /** How many said two weeks later that it still helps, of those who answered. */
  lasting: z.strictObject({ yes: z.int(), of: z.int() }).nullable(),
  thankedFor: z.array(z.strictObject({ names: Names, thanks: z.int() })),
  badges: z.array(PublicAward),
  words: z.array(WallThanks),
  /** The brand's web site, where owners are asked; null where none carries the button. */
  site: z.url().nullable(),
});
export type PublicProfileView = z.infer<typeof PublicProfileView>;

/** What a member decides about his public page, and the page as it would stand. */
export const PublicChoice = z.strictObject({
  isPublic: z.boolean(),
  /** The brand has public pages at all. */
  isOffered: z.boolean(),
  version: z.int(),
  page: PublicProfileView,
});
export type PublicChoice = z.infer<typeof PublicChoice>;
