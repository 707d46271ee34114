import { mask } from "@/lib/domain/mask/mask";
import type { OwnWords } from "@/lib/domain/recognition/words-view";
import { Names } from "@/lib/domain/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { shownSelect, shownWords } from "./shown-words";

const most = 20;

/** The last words of thanks to a member, and what his visitors said two weeks later. */
export async function listOwnWords({
  member: { id: memberId, brandId },
}: {
  member: Pick<MemberActor, "id" | "brandId">;
}): Promise<OwnWords> {
  const [words, returns] = await Promise.all([
    db().thanks.findMany({
      where: { memberId, brandId, rating: { words: { not: null } } },
      orderBy: [{ thankedAt: "desc" }, { id: "desc" }],
      take: most,
      select: shownSelect,
    }),
    db().thanksReturn.findMany({
      where: { memberId, brandId, answeredAt: { not: null } },
      orderBy: [{ answeredAt: "desc" }, { id: "desc" }],
      take: most,
      select: {
        id: true,
        answer: true,
        words: true,
        answeredAt: true,
        visitor: { select: { firstName: true } },
        rating: { select: { chat: { select: { question: { select: { language: true, topic: true } } } } } },
      },
    }),
  ]);
  return {
    words: words.map(shownWords),
    cameBack: returns.flatMap(({ id, answer, words: said, answeredAt, visitor, rating }) => {
      if (!answer || !answeredAt) return [];
      const { language, topic } = rating.chat.question;
      return [
        {
          id,
          answer,
          words: said === null ? null : mask(said),
          from: visitor.firstName === null ? null : mask(visitor.firstName),
          topic: topic ? Names.parse(topic.names) : null,
          language,
          answeredAt: answeredAt.toISOString(),
        },
      ];
    }),
  };
}
