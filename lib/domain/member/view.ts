import { z } from "zod";
import { BadgeFamilyName } from "@/lib/domain/badge/schema";
import { OwnTime } from "@/lib/domain/habit/view";
import { Id, Instant, Names } from "@/lib/domain/schema";

export const Tint = z.enum(["sage", "sand", "clay", "sky", "plum", "moss"]);

export const HelperKind = z.enum(["owner", "staff"]);

/** A badge as drawn: shape by family, metal by level, a glyph. */
export const BadgeMark = z.strictObject({
  key: z.string(),
  family: BadgeFamilyName,
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  icon: z.string(),
  names: Names,
});
export type BadgeMark = z.infer<typeof BadgeMark>;

/** A helper as a visitor may see him; also how helpers see one another. */
export const HelperCard = z.strictObject({
  kind: z.enum(["owner", "staff"]),
  name: z.string(),
  initials: z.string(),
  tint: Tint,
  /** Where his picture is, relative to our own origin; left out where he has none. */
  pictureUrl: z.string().optional(),
  /** Counted thanks on the question's topic, and the topic. */
  thanks: z.int().nonnegative(),
  topic: Names.nullable(),
  /** What he owns, when it is the product that the question is about, and for how many months. */
  owns: z.strictObject({ product: z.string(), months: z.int().nonnegative() }).nullable(),
  badge: BadgeMark.nullable(),
});
export type HelperCard = z.infer<typeof HelperCard>;

/** A member's own state, on his desk. */
export const SelfView = z.strictObject({
  id: Id,
  role: z.enum(["expert", "agent", "manager", "admin"]),
  kind: z.enum(["owner", "staff"]),
  name: z.string(),
  initials: z.string(),
  tint: Tint,
  capacity: z.int(),
  load: z.int(),
  /** Says that he is free for questions. */
  isOpen: z.boolean(),
  openUntil: Instant.nullable(),
  /** Open, but silent on two offers: nobody is asked while this lasts. */
  isAway: z.boolean(),
  /** A manager paused or suspended him. */
  isPausedByManager: z.boolean(),
  /** The brand's hours let his kind be asked now; if they don't, when they will, if ever. */
  isInHours: z.boolean(),
  opensAt: Instant.nullable(),
  /** He may take more chats at once than he has been told; kept until he has read it. */
  isRaised: z.boolean(),
  languages: z.array(z.string()),
  ownTime: OwnTime,
});
export type SelfView = z.infer<typeof SelfView>;

/** A word of thanks as its expert reads it. */
export const ThanksView = z.strictObject({
  id: Id,
  stars: z.int().min(1).max(5),
  words: z.string().nullable(),
  from: z.string().nullable(),
  topic: Names.nullable(),
  counts: z.boolean(),
  thankedAt: Instant,
});
export type ThanksView = z.infer<typeof ThanksView>;

export const AwardView = z.strictObject({
  badge: BadgeMark,
  awardedAt: Instant,
  /** The evidence in numbers: so many thanks were needed, and given. */
  count: z.int(),
  topic: Names.nullable(),
});
export type AwardView = z.infer<typeof AwardView>;

export const BadgeProgress = z.strictObject({
  badge: BadgeMark,
  have: z.int().nonnegative(),
  need: z.int().positive(),
  topic: Names.nullable(),
});
export type BadgeProgress = z.infer<typeof BadgeProgress>;
