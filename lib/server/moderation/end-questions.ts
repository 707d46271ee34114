import { finishChat } from "@/lib/server/chat/finish-chat";
import type { Tx } from "@/lib/server/commit";
import { type Emit, toVisitor } from "@/lib/server/event/publish";
import { closeOffers } from "@/lib/server/offer/close-offers";
import { visitorQuestion } from "@/lib/server/question/visitor-question";

/** Within `tx`: what these visitors have running ends, chats with a line that blames nobody. */
export async function endQuestions({
  tx,
  emit,
  brandId,
  visitorIds,
  now,
}: {
  tx: Tx;
  emit: Emit;
  brandId: string;
  visitorIds: readonly string[];
  now: Date;
}): Promise<void> {
  const running = await tx.question.findMany({
    where: {
      brandId,
      visitorId: { in: [...visitorIds] },
      state: { in: ["asked", "offering", "calling", "matched"] },
    },
    orderBy: { id: "asc" },
    select: { id: true, visitorId: true },
  });
  for (const { id: questionId, visitorId } of running) {
    await tx.$queryRaw`SELECT id FROM questions WHERE id = ${questionId} FOR NO KEY UPDATE`;
    const chat = await tx.chat.findFirst({ where: { questionId, state: "open" }, select: { id: true } });
    await tx.question.updateMany({
      where: { id: questionId, state: { in: ["asked", "offering", "calling", "matched"] } },
      data: {
        state: chat ? "ended" : "withdrawn",
        endedAt: now,
        wakeAt: null,
        version: { increment: 1 },
      },
    });
    await closeOffers({ tx, emit, questionId, because: "withdrawn", now });
    if (chat) {
      const line = { kind: "ended", by: "brand" } as const;
      await finishChat({ tx, emit, chatId: chat.id, end: "abandoned", line, now });
    }
    await tx.routingEvent.create({ data: { brandId, questionId, kind: "withdrawn", at: now } });
    emit(toVisitor(visitorId, "question.changed", await visitorQuestion({ tx, questionId, now })));
  }
}
