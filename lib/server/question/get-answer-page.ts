import { AppError } from "@/lib/domain/error";
import type { AnswerPage } from "@/lib/domain/question/answer-view";
import { Names } from "@/lib/domain/schema";
import { messageSelect, messageView } from "@/lib/server/chat/message-view";
import { db } from "@/lib/server/database";
import { helperCards } from "@/lib/server/member/helper-cards";
import { answerTokenHash } from "./answer-token";

/** A left question and its answer, by the token of the mail's link; NOT_FOUND for any other. */
export async function getAnswerPage({ token, now }: { token: string; now: Date }): Promise<AnswerPage> {
  const question = await db().question.findUnique({
    where: { answerTokenHash: answerTokenHash(token), brand: { deletedAt: null } },
    include: {
      brand: { select: { name: true } },
      topic: true,
      visitor: { select: { firstName: true } },
      chat: {
        include: {
          messages: { orderBy: { seq: "asc" }, select: messageSelect },
          segments: {
            orderBy: { startedAt: "desc" },
            take: 1,
            include: { rating: { select: { id: true } } },
          },
        },
      },
    },
  });
  if (!question) throw new AppError("NOT_FOUND");
  const { chat, topicId, product, brandId } = question;
  const segment = question.state === "answered" ? chat?.segments[0] : undefined;
  const [helper] = segment
    ? await helperCards({ brandId, requests: [{ memberId: segment.memberId, topicId, product }], now })
    : [];
  return {
    brandName: question.brand.name,
    firstName: question.visitor.firstName,
    question: question.text,
    topic: question.topic ? Names.parse(question.topic.names) : null,
    language: question.language,
    askedAt: question.askedAt.toISOString(),
    answerBy: question.answerBy?.toISOString() ?? null,
    answer:
      segment && helper
        ? {
            helper,
            messages: (chat?.messages ?? []).map((row) => messageView({ row, audience: "visitor", now })),
            segmentId: segment.id,
            isRated: segment.rating !== null,
          }
        : null,
  };
}
