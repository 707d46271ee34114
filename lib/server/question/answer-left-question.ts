import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { messageSelect, messageView } from "@/lib/server/chat/message-view";
import { visitorChat } from "@/lib/server/chat/visitor-chat";
import { commit, type Tx } from "@/lib/server/commit";
import { toVisitor } from "@/lib/server/event/publish";
import { whyNot } from "./claim-left";
import { leftFor, openTurnFor } from "./left-for";
import { closeTurn } from "./left-turn";
import { mailLeftAnswer } from "./mail-left-answer";
import { tellLeft } from "./tell-left";
import { visitorQuestion } from "./visitor-question";

/**
 * Answers a left question, or the visitor's reply to an earlier answer: one member wins (ANSWER_EXISTS for the others,
 * LEFT_CLAIMED while somebody else writes; the same member and client id again is done already). The answer becomes the
 * last message of an ended chat whose part can be rated; the delay that was stated is judged; the visitor is told in his
 * panel and, if he left an address, by mail. It takes no place, and nobody needs to be open for it. NOT_FOUND for what
 * this member may not answer.
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
    await tx.$queryRaw`SELECT id FROM questions WHERE id = ${questionId} AND brand_id = ${brandId} FOR NO KEY UPDATE`;
    const question = await tx.question.findFirst({
      where: { AND: [await leftFor({ tx, member, now }), { id: questionId }] },
    });
    if (!question) throw new AppError("NOT_FOUND");
    if (question.state !== "left") return refuseUnlessDone({ tx, questionId, member, clientId });
    const mine = await tx.leftTurn.count({
      where: {
        questionId,
        AND: [
          openTurnFor(memberId, now),
          { OR: [{ claimedById: null }, { claimedById: memberId }, { claimedUntil: { lte: now } }] },
        ],
      },
    });
    if (mine === 0) throw await whyNot({ tx, questionId, now });
    await tx.question.update({
      where: { id: questionId },
      data: {
        state: "answered",
        answeredAt: question.answeredAt ?? now,
        endedAt: now,
        version: { increment: 1 },
      },
    });
    await closeTurn({ tx, questionId, memberId, at: now });
    const { visitorId, text } = question;

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
    const segmentId = await partOf({ tx, brandId, chatId: chat.id, memberId, now });
    const row = await tx.message.create({
      data: {
        brandId,
        chatId: chat.id,
        seq: chat.lastSeq,
        clientId,
        author: "member",
        memberId,
        segmentId,
        body,
        sentAt: now,
      },
      select: messageSelect,
    });
    await tx.routingEvent.create({ data: { brandId, questionId, memberId, kind: "answered", at: now } });
    await mailLeftAnswer({ tx, questionId, helper: member.displayName });
    emit(
      toVisitor(visitorId, "question.changed", await visitorQuestion({ tx, questionId, now })),
      toVisitor(visitorId, "chat.changed", await visitorChat({ tx, chatId: chat.id, now })),
      toVisitor(visitorId, "message.sent", messageView({ row, audience: "visitor", now })),
    );
    await tellLeft({ tx, emit, questionId, now });
  });
}

/** The part of the chat that the answer belongs to: his last one goes on while nobody has rated it or spoken since. */
async function partOf({
  tx,
  brandId,
  chatId,
  memberId,
  now,
}: {
  tx: Tx;
  brandId: string;
  chatId: string;
  memberId: string;
  now: Date;
}): Promise<string> {
  const last = await tx.segment.findFirst({
    where: { chatId },
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
    select: { id: true, memberId: true, state: true, rating: { select: { id: true } } },
  });
  if (last && last.memberId === memberId && last.state === "ended" && !last.rating) {
    await tx.segment.update({ where: { id: last.id }, data: { endedAt: now } });
    return last.id;
  }
  const made = await tx.segment.create({
    data: { brandId, chatId, memberId, state: "ended", startedAt: now, endedAt: now },
    select: { id: true },
  });
  return made.id;
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
