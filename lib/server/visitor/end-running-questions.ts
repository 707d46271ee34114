import { finishChat } from "@/lib/server/chat/finish-chat";
import type { Tx } from "@/lib/server/commit";
import { type Emit, toBrand } from "@/lib/server/event/publish";
import { closeOffers } from "@/lib/server/offer/close-offers";

/** What of an erased visitor still waits or runs is over; who was asked or talked with him is told. Questions are locked. */
export async function endRunningQuestions({
  tx,
  emit,
  brandId,
  visitorId,
  now,
}: {
  tx: Tx;
  emit: Emit;
  brandId: string;
  visitorId: string;
  now: Date;
}): Promise<void> {
  const questions = await tx.question.findMany({
    where: { visitorId, state: { in: ["asked", "offering", "calling", "matched", "left"] } },
    select: { id: true, chat: { select: { id: true } } },
  });
  for (const { id: questionId, chat } of questions) {
    await closeOffers({ tx, emit, questionId, because: "withdrawn", now });
    await tx.question.update({
      where: { id: questionId },
      data: {
        state: chat ? "ended" : "withdrawn",
        endedAt: now,
        wakeAt: null,
        version: { increment: 1 },
      },
    });
    if (!chat) continue;
    const line = { kind: "ended", by: "erased" } as const;
    await finishChat({ tx, emit, chatId: chat.id, end: "abandoned", line, now });
  }
  if (questions.length > 0) emit(toBrand(brandId, "board.changed", {}));
}
