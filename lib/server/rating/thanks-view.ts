import { mask } from "@/lib/domain/mask/mask";
import { helperKind, type Role } from "@/lib/domain/member/role";
import type { ThanksView } from "@/lib/domain/member/view";
import { Names } from "@/lib/domain/schema";

export const thanksSelect = {
  id: true,
  counts: true,
  thankedAt: true,
  rating: { select: { stars: true, words: true } },
  visitor: { select: { firstName: true } },
  topic: { select: { names: true } },
  member: { select: { role: true } },
} as const;

type ThanksRow = {
  id: string;
  counts: boolean;
  thankedAt: Date;
  rating: { stars: number; words: string | null };
  visitor: { firstName: string | null };
  topic: { names: unknown } | null;
  member: { role: Role };
};

/** A word of thanks as the member reads it: of the visitor no more than his first name. */
export function thanksView({ id, counts, thankedAt, rating, visitor, topic, member }: ThanksRow): ThanksView {
  const plain = (text: string | null) =>
    text !== null && helperKind(member.role) === "owner" ? mask(text) : text;
  return {
    id,
    stars: rating.stars,
    words: plain(rating.words),
    from: plain(visitor.firstName),
    topic: topic ? Names.parse(topic.names) : null,
    counts,
    thankedAt: thankedAt.toISOString(),
  };
}
