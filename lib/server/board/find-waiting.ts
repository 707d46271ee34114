import type { BoardState } from "@/lib/domain/board/view";
import { Names } from "@/lib/domain/schema";
import { db } from "@/lib/server/database";

/** The brand's questions that wait for a helper, oldest first. */
export async function findWaiting({ brandId }: { brandId: string }): Promise<BoardState["waiting"]> {
  const questions = await db().question.findMany({
    where: { brandId, state: { in: ["asked", "offering", "calling"] } },
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      text: true,
      askedAt: true,
      roundAt: true,
      promiseSeconds: true,
      audience: true,
      round: true,
      topic: { select: { names: true } },
      visitor: { select: { firstName: true } },
      chat: { select: { id: true } },
      _count: { select: { offers: { where: { state: { in: ["made", "delivered"] } } } } },
    },
  });
  return questions.map(({ id, text, askedAt, roundAt, promiseSeconds, audience, ...question }) => ({
    questionId: id,
    firstName: question.visitor.firstName,
    text,
    topic: question.topic ? Names.parse(question.topic.names) : null,
    askedAt: askedAt.toISOString(),
    roundAt: roundAt.toISOString(),
    promiseSeconds,
    asking: question._count.offers,
    staffOnly: audience === "staff",
    // A visitor who wants staff instead also begins a new round, but without a chat.
    isBack: question.round > 1 && question.chat !== null,
  }));
}
