import { AppError } from "@/lib/domain/error";
import { maxRepliesInARow, maxTurns } from "@/lib/domain/question/left-turn";
import type { ReplyToAnswer } from "@/lib/domain/question/schema";
import type { VisitorQuestion } from "@/lib/domain/question/view";
import { messageSelect } from "@/lib/server/chat/message-view";
import { messageEvents } from "@/lib/server/chat/tell-message";
import { visitorChat } from "@/lib/server/chat/visitor-chat";
import { commit, type Tx } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { type Emit, toMember, toVisitor } from "@/lib/server/event/publish";
import { placesChanged } from "@/lib/server/presence/places-changed";
import { routeQuestion } from "@/lib/server/routing/route-question";
import { findBan } from "@/lib/server/visitor/find-ban";
import { askLive } from "./ask-live";
import { findHere, lastAnswerer } from "./find-here";
import { findLeft, type LeftParty } from "./find-left";
import { openTurn } from "./left-turn";
import { mailReply } from "./mail-reply";
import { sayLive } from "./say-live";
import { statedDelay } from "./stated-delay";
import { tellLeft } from "./tell-left";
import { visitorQuestion } from "./visitor-question";

/**
 * The visitor writes back to the answer of a left question, by its link or in his panel. The reply becomes part of the
 * same transcript and goes first to the one who answered, with a delay that is stated anew; `live` asks those who are
 * there instead, the one who answered first (NOBODY_HERE when nobody is). While a live talk runs it is said there. The
 * same client id again says it once. QUESTION_CLOSED before there is an answer, REPLY_LIMIT after too many in a row,
 * VISITOR_BANNED, QUESTION_RUNNING (live) while another question of his runs.
 */
export async function replyToAnswer({
  party,
  input,
  now,
}: {
  party: LeftParty;
  input: ReplyToAnswer;
  now: Date;
}): Promise<VisitorQuestion> {
  const { id: questionId, brandId, visitorId } = await findLeft(party);
  const done = await commit(async (tx, emit) => {
    await tx.$queryRaw`SELECT id FROM visitors WHERE id = ${visitorId} FOR NO KEY UPDATE`;
    await tx.$queryRaw`SELECT id FROM questions WHERE id = ${questionId} FOR NO KEY UPDATE`;
    const until = await findBan({ tx, visitorId, now });
    if (until) throw new AppError("VISITOR_BANNED", { until: until.toISOString() });
    const { state, chat } = await tx.question.findUniqueOrThrow({
      where: { id: questionId },
      select: { state: true, chat: { select: { id: true } } },
    });
    if (["asked", "offering", "calling", "matched"].includes(state)) return "live" as const;
    const isOver = state === "answered" || state === "ended";
    if (!isOver && !(state === "left" && (chat || input.live))) {
      throw new AppError("QUESTION_CLOSED", { state });
    }
    if (chat && input.body !== "") {
      const isNew = await write({ tx, emit, chatId: chat.id, visitorId, input, now });
      if (!isNew) return "again" as const;
    } else if (isOver) throw new AppError("INVALID_INPUT", { field: "body", problem: "empty" });
    await tx.visitor.update({ where: { id: visitorId }, data: { lastSeenAt: now } });
    if (input.live) {
      const here = await findHere({ tx, questionId, now });
      if (!here) throw new AppError("NOBODY_HERE");
      await askLive({ tx, emit, questionId, preferredMemberId: here.memberId, now });
      return "asked" as const;
    }
    if (isOver) await wait({ tx, emit, brandId, questionId, now });
    return "left" as const;
  });
  if (done === "live") await sayLive({ questionId, visitorId, brandId, input, now });
  if (done === "asked") {
    await routeQuestion({ brandId, questionId, now });
    await placesChanged({ brandId, now });
  }
  return visitorQuestion({ tx: db(), questionId, now });
}

/** Adds the words to the transcript; false when they stand there already. */
async function write({
  tx,
  emit,
  chatId,
  visitorId,
  input,
  now,
}: {
  tx: Tx;
  emit: Emit;
  chatId: string;
  visitorId: string;
  input: ReplyToAnswer;
  now: Date;
}): Promise<boolean> {
  const { clientId, body } = input;
  const same = await tx.message.findFirst({ where: { chatId, clientId }, select: { author: true } });
  if (same?.author === "visitor") return false;
  if (same) throw new AppError("CLIENT_ID_REUSED");
  const lastAnswer = await tx.message.findFirst({
    where: { chatId, author: "member" },
    orderBy: { seq: "desc" },
    select: { seq: true },
  });
  const inARow = await tx.message.count({
    where: { chatId, author: "visitor", seq: { gt: lastAnswer?.seq ?? 0 } },
  });
  const turns = await tx.leftTurn.count({ where: { question: { chat: { id: chatId } } } });
  if (inARow >= maxRepliesInARow || turns >= maxTurns) throw new AppError("REPLY_LIMIT");
  const { lastSeq, brandId } = await tx.chat.update({
    where: { id: chatId },
    data: { lastSeq: { increment: 1 }, version: { increment: 1 } },
    select: { lastSeq: true, brandId: true },
  });
  const row = await tx.message.create({
    data: { brandId, chatId, seq: lastSeq, clientId, author: "visitor", body, sentAt: now },
    select: messageSelect,
  });
  emit(
    ...messageEvents(row, { visitorId, helper: null, watchedUntil: null }, now),
    toVisitor(visitorId, "chat.changed", await visitorChat({ tx, chatId, now })),
  );
  return true;
}

/** The reply waits for its answer: first for the one who answered, then for anybody who fits. */
async function wait({
  tx,
  emit,
  brandId,
  questionId,
  now,
}: {
  tx: Tx;
  emit: Emit;
  brandId: string;
  questionId: string;
  now: Date;
}): Promise<void> {
  const brand = await tx.brand.findUniqueOrThrow({ where: { id: brandId } });
  const forMemberId = await lastAnswerer({ tx, questionId });
  const turn = await openTurn({
    tx,
    brandId,
    questionId,
    answerBy: statedDelay(brand, now),
    forMemberId,
    now,
  });
  const { visitorId } = await tx.question.update({
    where: { id: questionId },
    data: {
      state: "left",
      answerBy: turn.answerBy,
      endedAt: null,
      preferredMemberId: null,
      version: { increment: 1 },
    },
    select: { visitorId: true },
  });
  await tx.routingEvent.create({
    data: { brandId, questionId, memberId: forMemberId, kind: "replied", at: now },
  });
  await mailReply({ tx, questionId, turn, now });
  emit(toVisitor(visitorId, "question.changed", await visitorQuestion({ tx, questionId, now })));
  if (forMemberId) emit(toMember(forMemberId, "sync", {}));
  await tellLeft({ tx, emit, questionId, now });
}
