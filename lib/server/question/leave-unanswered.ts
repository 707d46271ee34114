import { finishChat } from "@/lib/server/chat/finish-chat";
import type { Tx } from "@/lib/server/commit";
import { type Emit, toVisitor } from "@/lib/server/event/publish";
import { closeOffers } from "@/lib/server/offer/close-offers";
import { openTurn } from "./left-turn";
import { mailStaff } from "./mail-staff";
import { statedDelay } from "./stated-delay";
import { tellLeft } from "./tell-left";
import { visitorQuestion } from "./visitor-question";

/**
 * Makes a running question a left one, with the delay that we commit to; one that was left before and asked live in vain
 * goes back to the delay that still runs. The caller holds the question's row lock and found it running. A chat that it
 * already had is over.
 */
export async function leaveUnanswered({
  tx,
  emit,
  questionId,
  email,
  now,
}: {
  tx: Tx;
  emit: Emit;
  questionId: string;
  email?: string;
  now: Date;
}): Promise<void> {
  await closeOffers({ tx, emit, questionId, because: "withdrawn", now });
  const { brand, brandId, visitorId, round, leftAt } = await tx.question.findUniqueOrThrow({
    where: { id: questionId },
    include: { brand: true },
  });
  const turn = await openTurn({ tx, brandId, questionId, answerBy: statedDelay(brand, now), now });
  await tx.question.update({
    where: { id: questionId },
    data: {
      state: "left",
      leftAt: leftAt ?? now,
      answerBy: turn.answerBy,
      ...(email ? { leftEmail: email } : {}),
      wakeAt: null,
      preferredMemberId: null,
      version: { increment: 1 },
    },
  });
  if (turn.turn === 1 && turn.since >= now) await mailStaff({ tx, questionId, now });
  const chat = await tx.chat.findUnique({ where: { questionId }, select: { id: true } });
  if (chat) await finishChat({ tx, emit, chatId: chat.id, end: "abandoned", line: { kind: "left" }, now });
  await tx.routingEvent.create({ data: { brandId, questionId, kind: "left", at: now, data: { round } } });
  emit(toVisitor(visitorId, "question.changed", await visitorQuestion({ tx, questionId, now })));
  await tellLeft({ tx, emit, questionId, now });
}
