import { commit } from "@/lib/server/commit";
import { toBrand } from "@/lib/server/event/publish";
import { placesChanged } from "@/lib/server/presence/places-changed";
import { finishChat } from "./finish-chat";
import { loseHelper } from "./lose-helper";

/**
 * Ends a chat that stayed silent after both sides were warned. A message of the same instant comes before or after, never
 * between: it has taken the warning back, or finds the chat ended. A helper who never said a word closes nothing over the
 * visitor who waits for him: the question is asked again, as one that lost its helper.
 */
export async function endIdle({ chatId, now }: { chatId: string; now: Date }): Promise<void> {
  const over = await commit(async (tx, emit) => {
    // The question's row first, as everywhere.
    const [question] = await tx.question.updateManyAndReturn({
      where: {
        state: "matched",
        chat: { id: chatId, state: "open", idleAt: { lte: now }, idleWarnedAt: { not: null } },
      },
      data: { version: { increment: 1 } },
      select: { id: true, brandId: true },
    });
    if (!question) return null;
    const { id, brandId } = question;
    const words = await tx.message.count({
      where: { chatId, author: "member", segment: { state: "open" } },
    });
    if (words === 0) return { brandId, isUnanswered: true };
    const line = { kind: "ended" as const, by: "system" as const };
    if (!(await finishChat({ tx, emit, chatId, end: "idle", line, silentAt: now, now }))) return null;
    await tx.question.update({ where: { id }, data: { state: "ended", endedAt: now, wakeAt: null } });
    emit(toBrand(brandId, "board.changed", {}));
    return { brandId, isUnanswered: false };
  });
  if (over?.isUnanswered) await loseHelper({ chatId, silentAt: now, now });
  else if (over) await placesChanged({ brandId: over.brandId, now });
}
