import { brandSettings } from "@/lib/domain/brand/schema";
import { leftAnswerBy } from "@/lib/domain/question/left";
import { finishChat } from "@/lib/server/chat/finish-chat";
import type { Tx } from "@/lib/server/commit";
import { type Outgoing, toBrand, toVisitor } from "@/lib/server/event/publish";
import { closeOffers } from "@/lib/server/offer/close-offers";
import { mailStaff } from "./mail-staff";
import { visitorQuestion } from "./visitor-question";

/**
 * Makes a running question a left one, with the delay that we commit to. The caller holds the question's row lock and
 * found it running. A chat that it already had is over.
 */
export async function leaveUnanswered({
  tx,
  emit,
  questionId,
  email,
  now,
}: {
  tx: Tx;
  emit: (...events: Outgoing[]) => void;
  questionId: string;
  email?: string;
  now: Date;
}): Promise<void> {
  await closeOffers({ tx, emit, questionId, because: "withdrawn", now });
  const { brand, brandId, visitorId, round } = await tx.question.findUniqueOrThrow({
    where: { id: questionId },
    include: { brand: true },
  });
  await tx.question.update({
    where: { id: questionId },
    data: {
      state: "left",
      leftAt: now,
      answerBy: leftAnswerBy({
        now,
        timeZone: brand.timeZone,
        hour: brandSettings(brand.settings).leftAnswerHour,
      }),
      ...(email ? { leftEmail: email } : {}),
      wakeAt: null,
      version: { increment: 1 },
    },
  });
  await mailStaff({ tx, questionId, now });
  const chat = await tx.chat.findUnique({ where: { questionId }, select: { id: true } });
  if (chat) await finishChat({ tx, emit, chatId: chat.id, end: "abandoned", line: { kind: "left" }, now });
  await tx.routingEvent.create({ data: { brandId, questionId, kind: "left", at: now, data: { round } } });
  emit(
    toVisitor(visitorId, "question.changed", await visitorQuestion({ tx, questionId, now })),
    toBrand(brandId, "board.changed", {}),
  );
}
