import { AppError } from "@/lib/domain/error";
import { visitorChat } from "@/lib/server/chat/visitor-chat";
import type { Tx } from "@/lib/server/commit";
import { isUniqueViolation } from "@/lib/server/database";
import { type Emit, toVisitor } from "@/lib/server/event/publish";
import { tellLeft } from "./tell-left";
import { visitorQuestion } from "./visitor-question";

/**
 * A left question goes into a new round, with its transcript: those who are there are asked, `preferredMemberId` before all.
 * Its delay goes on running; the promise of the first answer is not judged any more. The caller holds the question's row
 * lock, found it at rest, and routes it once this is committed. QUESTION_RUNNING while another of his questions runs.
 */
export async function askLive({
  tx,
  emit,
  questionId,
  preferredMemberId,
  now,
}: {
  tx: Tx;
  emit: Emit;
  questionId: string;
  preferredMemberId: string | null;
  now: Date;
}): Promise<void> {
  const { brandId, visitorId, round, chat } = await tx.question
    .update({
      where: { id: questionId },
      data: {
        state: "asked",
        round: { increment: 1 },
        wave: 0,
        roundAt: now,
        wakeAt: now,
        endedAt: null,
        preferredMemberId,
        version: { increment: 1 },
      },
      select: { brandId: true, visitorId: true, round: true, chat: { select: { id: true } } },
    })
    .catch((error: unknown) => {
      throw isUniqueViolation(error) ? new AppError("QUESTION_RUNNING") : error;
    });
  if (chat) {
    await tx.chat.update({
      where: { id: chat.id },
      data: { state: "open", end: null, endedAt: null, version: { increment: 1 } },
    });
    emit(toVisitor(visitorId, "chat.changed", await visitorChat({ tx, chatId: chat.id, now })));
  }
  await tx.routingEvent.create({
    data: { brandId, questionId, memberId: preferredMemberId, kind: "asked_live", at: now, data: { round } },
  });
  emit(toVisitor(visitorId, "question.changed", await visitorQuestion({ tx, questionId, now })));
  await tellLeft({ tx, emit, questionId, now });
}
