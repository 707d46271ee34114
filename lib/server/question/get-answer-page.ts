import { AppError } from "@/lib/domain/error";
import type { AnswerPage } from "@/lib/domain/question/answer-view";
import { Names } from "@/lib/domain/schema";
import { messageSelect, messageView } from "@/lib/server/chat/message-view";
import { db } from "@/lib/server/database";
import { helperCards } from "@/lib/server/member/helper-cards";
import { findBan } from "@/lib/server/visitor/find-ban";
import type { QuestionState } from "@/prisma/generated/client";
import { answerTokenHash } from "./answer-token";
import { findHere } from "./find-here";

const stateOf: Record<QuestionState, AnswerPage["state"]> = {
  left: "waiting",
  answered: "answered",
  ended: "answered",
  asked: "searching",
  offering: "searching",
  calling: "searching",
  matched: "live",
  withdrawn: "closed",
};

/** A left question and what became of it, by the token of its mails' link; NOT_FOUND for any other. */
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
            orderBy: [{ startedAt: "desc" }, { id: "desc" }],
            take: 1,
            include: { rating: { select: { id: true } } },
          },
        },
      },
    },
  });
  if (!question) throw new AppError("NOT_FOUND");
  const { chat, topicId, product, brandId, visitorId } = question;
  const segment = chat?.segments[0];
  const [helper] = segment
    ? await helperCards({ brandId, requests: [{ memberId: segment.memberId, topicId, product }], now })
    : [];
  const state = stateOf[question.state];
  const isBanned = (await findBan({ visitorId, now })) !== null;
  const mayTalk = !isBanned && (state === "answered" || state === "waiting");
  return {
    brandName: question.brand.name,
    firstName: question.visitor.firstName,
    question: question.text,
    topic: question.topic ? Names.parse(question.topic.names) : null,
    language: question.language,
    askedAt: question.askedAt.toISOString(),
    state,
    answerBy: state === "waiting" ? (question.answerBy?.toISOString() ?? null) : null,
    messages: (chat?.messages ?? []).map((row) => messageView({ row, audience: "visitor", now })),
    carrier: state === "live" ? (helper ?? null) : null,
    answer:
      segment && helper && segment.state === "ended"
        ? { helper, segmentId: segment.id, isRated: segment.rating !== null }
        : null,
    mayReply: !isBanned && state !== "closed" && (chat !== null || state === "live"),
    here: mayTalk ? await here(question.id, now) : null,
    mails: question.mailsStoppedAt ? "stopped" : "on",
  };
}

async function here(questionId: string, now: Date): Promise<AnswerPage["here"]> {
  const found = await findHere({ tx: db(), questionId, now });
  return found && { name: found.name, kind: found.kind };
}
