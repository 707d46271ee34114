import type { Conversation } from "@/lib/domain/conversation/view";
import { AppError } from "@/lib/domain/error";
import { helperKind } from "@/lib/domain/member/role";
import { Names } from "@/lib/domain/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { messageSelect, messageView } from "@/lib/server/chat/message-view";
import { db } from "@/lib/server/database";
import { noteSelect, noteView } from "@/lib/server/note/note-view";
import { visitorProfiles } from "@/lib/server/visitor/visitor-profiles";
import { conversationState } from "./conversation-where";
import { readTimeline } from "./read-timeline";

const iso = (at: Date | null | undefined) => at?.toISOString() ?? null;

/** A conversation of the member's brand with everything that staff may know of it; NOT_FOUND for any other. */
export async function getConversation({
  member,
  questionId,
  now,
}: {
  member: MemberActor;
  questionId: string;
  now: Date;
}): Promise<Conversation> {
  const { brandId } = member;
  const question = await db().question.findFirst({
    where: { id: questionId, brandId },
    include: {
      brand: { select: { timeZone: true } },
      topic: { select: { names: true } },
      visitor: { select: { erasedAt: true } },
      notes: { where: { deletedAt: null }, orderBy: { writtenAt: "asc" }, select: noteSelect },
      chat: {
        include: {
          messages: { orderBy: { seq: "asc" }, select: messageSelect },
          segments: {
            orderBy: { startedAt: "asc" },
            include: { rating: true, member: { select: { displayName: true, role: true } } },
          },
        },
      },
    },
  });
  if (!question) throw new AppError("NOT_FOUND");
  const { chat, askedAt, visitorId } = question;
  const [profiles, timeline] = await Promise.all([
    visitorProfiles({ brandId, visitorIds: [visitorId], now }),
    readTimeline({ brandId, questionId, askedAt, endedAt: chat?.endedAt ?? null }),
  ]);
  const visitor = profiles.get(visitorId);
  if (!visitor) throw new AppError("NOT_FOUND");
  const since = (at: Date | null) => at && (at.getTime() - askedAt.getTime()) / 1000;
  return {
    timeZone: question.brand.timeZone,
    questionId,
    chatId: chat?.id ?? null,
    state: conversationState(question.state),
    end: chat?.end ?? null,
    question: question.text,
    language: question.language,
    topic: question.topic && Names.parse(question.topic.names),
    product: question.product,
    page: question.pageUrl === null ? null : { url: question.pageUrl, title: question.pageTitle },
    staffOnly: question.audience === "staff",
    askedAt: askedAt.toISOString(),
    endedAt: iso(chat?.endedAt ?? question.endedAt),
    promiseSeconds: question.promiseSeconds,
    promiseKept: question.promiseKept,
    joinedSeconds: since(question.joinedAt),
    answeredSeconds: since(question.firstAnswerAt ?? question.answeredAt),
    capsule: question.capsule,
    left: question.leftAt && {
      at: question.leftAt.toISOString(),
      answerBy: iso(question.answerBy),
      email: question.leftEmail,
      kept: question.leftKept,
    },
    visitor,
    isErased: question.visitor.erasedAt !== null,
    messages: (chat?.messages ?? []).map((row) => messageView({ row, audience: "staff", now })),
    visitorReadSeq: chat?.visitorReadSeq ?? 0,
    helperReadSeq: chat?.helperReadSeq ?? 0,
    segments: (chat?.segments ?? []).map(({ id, memberId, member, state, startedAt, endedAt, rating }) => ({
      id,
      helper: { memberId, name: member.displayName, kind: helperKind(member.role) },
      state,
      startedAt: startedAt.toISOString(),
      endedAt: iso(endedAt),
      rating: rating && {
        stars: rating.stars,
        solved: rating.solved,
        words: rating.words,
        ratedAt: rating.ratedAt.toISOString(),
      },
    })),
    timeline,
    notes: question.notes.map((row) => noteView(row, member)),
  };
}
