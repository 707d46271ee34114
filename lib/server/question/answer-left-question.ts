import { AppError } from "@/lib/domain/error";
import { localeOf } from "@/lib/domain/locale";
import type { MemberActor } from "@/lib/server/account/actor";
import { messageSelect, messageView } from "@/lib/server/chat/message-view";
import { visitorChat } from "@/lib/server/chat/visitor-chat";
import { commit, type Tx } from "@/lib/server/commit";
import { toBrand, toVisitor } from "@/lib/server/event/publish";
import { enqueueMail } from "@/lib/server/mail/enqueue-mail";
import { answerUrl } from "./answer-token";
import { visitorQuestion } from "./visitor-question";

/**
 * Answers a left question: one member wins (ANSWER_EXISTS for the others; the same member and client id again is done
 * already). The answer becomes the last message of an ended chat whose part can be rated; the delay that was stated is
 * judged; the visitor is told in his panel and, if he left an address, by mail. It takes no place.
 */
export async function answerLeftQuestion({
  member,
  questionId,
  clientId,
  body,
  now,
}: {
  member: MemberActor;
  questionId: string;
  clientId: string;
  body: string;
  now: Date;
}): Promise<void> {
  const { id: memberId, brandId } = member;
  await commit(async (tx, emit) => {
    const [question] = await tx.question.updateManyAndReturn({
      where: { id: questionId, brandId, state: "left" },
      data: { state: "answered", answeredAt: now, endedAt: now, version: { increment: 1 } },
      include: { brand: true },
    });
    if (!question) return refuseUnlessDone({ tx, questionId, member, clientId });
    const { visitorId, answerBy, leftEmail, text, language, brand } = question;
    await tx.question.update({
      where: { id: questionId },
      data: { leftKept: answerBy === null ? null : now <= answerBy },
    });

    const chat = await tx.chat.upsert({
      where: { questionId },
      create: {
        brandId,
        questionId,
        visitorId,
        state: "ended",
        end: "solved",
        startedAt: now,
        endedAt: now,
        lastSeq: 2,
        visitorReadSeq: 1,
        messages: {
          create: {
            brandId,
            seq: 1,
            clientId: `question-${questionId}`,
            author: "visitor",
            body: text,
            sentAt: question.askedAt,
          },
        },
      },
      // A chat that was left half-way goes on where it stopped.
      update: { state: "ended", end: "solved", lastSeq: { increment: 1 }, version: { increment: 1 } },
      select: { id: true, lastSeq: true },
    });
    const segment = await tx.segment.create({
      data: { brandId, chatId: chat.id, memberId, state: "ended", startedAt: now, endedAt: now },
    });
    const row = await tx.message.create({
      data: {
        brandId,
        chatId: chat.id,
        seq: chat.lastSeq,
        clientId,
        author: "member",
        memberId,
        segmentId: segment.id,
        body,
        sentAt: now,
      },
      select: messageSelect,
    });
    await tx.routingEvent.create({ data: { brandId, questionId, memberId, kind: "answered", at: now } });
    if (leftEmail) {
      await enqueueMail({
        tx,
        to: leftEmail,
        visitorId,
        template: "left-answer",
        locale: localeOf(language),
        data: { brand: brand.name, question: text, helper: member.displayName, url: answerUrl(questionId) },
      });
    }
    emit(
      toVisitor(visitorId, "question.changed", await visitorQuestion({ tx, questionId, now })),
      toVisitor(visitorId, "chat.changed", await visitorChat({ tx, chatId: chat.id, now })),
      toVisitor(visitorId, "message.sent", messageView({ row, audience: "visitor", now })),
      toBrand(brandId, "board.changed", {}),
    );
  });
}

async function refuseUnlessDone({
  tx,
  questionId,
  member,
  clientId,
}: {
  tx: Tx;
  questionId: string;
  member: MemberActor;
  clientId: string;
}): Promise<void> {
  const known = await tx.question.findFirst({
    where: { id: questionId, brandId: member.brandId },
    select: { state: true, chat: { select: { messages: { where: { clientId, memberId: member.id } } } } },
  });
  if (!known) throw new AppError("NOT_FOUND");
  if ((known.chat?.messages.length ?? 0) > 0) return;
  throw new AppError(known.state === "answered" ? "ANSWER_EXISTS" : "QUESTION_CLOSED", {
    state: known.state,
  });
}
