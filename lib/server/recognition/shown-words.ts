import { mask } from "@/lib/domain/mask/mask";
import type { ShownWords } from "@/lib/domain/recognition/words-view";
import { Names } from "@/lib/domain/schema";
import type { Prisma } from "@/prisma/generated/client";

export const shownSelect = {
  id: true,
  language: true,
  thankedAt: true,
  hiddenAt: true,
  hiddenBySelf: true,
  rating: { select: { words: true, showsWords: true } },
  visitor: { select: { firstName: true } },
  topic: { select: { names: true } },
  member: { select: { displayName: true, role: true } },
} as const satisfies Prisma.ThanksSelect;

/** A word of thanks for who looks after it, masked as everybody reads it. */
export function shownWords(row: Prisma.ThanksGetPayload<{ select: typeof shownSelect }>): ShownWords {
  return {
    thanksId: row.id,
    words: mask(row.rating.words ?? ""),
    from: row.visitor.firstName === null ? null : mask(row.visitor.firstName),
    to: row.member.displayName,
    topic: row.topic ? Names.parse(row.topic.names) : null,
    language: row.language,
    thankedAt: row.thankedAt.toISOString(),
    isShared: row.rating.showsWords && row.member.role === "expert",
    hidden: row.hiddenAt ? (row.hiddenBySelf ? "self" : "manager") : null,
  };
}
