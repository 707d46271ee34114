import { mask } from "@/lib/domain/mask/mask";
import { initialsOf, tintOf } from "@/lib/domain/member/appearance";
import type { WallThanks } from "@/lib/domain/recognition/public-view";
import { Names } from "@/lib/domain/schema";
import { pictureAddress } from "@/lib/server/picture/picture-address";
import type { Prisma } from "@/prisma/generated/client";

/** Thanks to owners that everybody may read: counted, with words that their visitor lets be shown, taken off by nobody. */
export const onWall = {
  counts: true,
  hiddenAt: null,
  // Staff are no owners, and must not stand there as if they were.
  member: { role: "expert" },
  rating: { showsWords: true, words: { not: null } },
  visitor: { erasedAt: null },
} as const satisfies Prisma.ThanksWhereInput;

export const wallSelect = {
  id: true,
  language: true,
  thankedAt: true,
  rating: { select: { words: true } },
  visitor: { select: { firstName: true } },
  topic: { select: { names: true } },
  member: {
    select: {
      id: true,
      role: true,
      status: true,
      displayName: true,
      pictureKey: true,
      publicProfile: { select: { slug: true, isPublic: true } },
    },
  },
} as const satisfies Prisma.ThanksSelect;

type WallRow = Prisma.ThanksGetPayload<{ select: typeof wallSelect }>;

/** A word of thanks for everybody's eyes: masked, the visitor by his first name at most, the owner if he wants to be seen. */
export function wallThanks({ id, language, thankedAt, rating, visitor, topic, member }: WallRow): WallThanks {
  const { publicProfile: page, status, role } = member;
  const isSeen = page?.isPublic === true && role === "expert" && status !== "left" && status !== "suspended";
  return {
    id,
    words: mask(rating.words ?? ""),
    from: visitor.firstName === null ? null : mask(visitor.firstName),
    to: isSeen
      ? {
          slug: page.slug,
          name: member.displayName,
          initials: initialsOf(member.displayName),
          tint: tintOf(member.id),
          pictureUrl: pictureAddress(member.pictureKey) ?? null,
        }
      : null,
    topic: topic ? Names.parse(topic.names) : null,
    language,
    thankedAt: thankedAt.toISOString(),
  };
}
