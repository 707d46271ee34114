import { AppError } from "@/lib/domain/error";
import { commit } from "@/lib/server/commit";
import { toVisitor } from "@/lib/server/event/publish";
import { findLeft, type LeftParty } from "./find-left";
import { dropTurn } from "./left-turn";
import { tellLeft } from "./tell-left";
import { visitorQuestion } from "./visitor-question";

/**
 * The visitor found out by himself: nobody needs to answer any more. A reply that waits is dropped and the earlier answer
 * stands; a question without an answer is taken back. A delay that was broken by then stays broken. Settling twice is done
 * already; QUESTION_CLOSED while somebody is being asked live.
 */
export async function settleQuestion({ party, now }: { party: LeftParty; now: Date }): Promise<void> {
  const { id: questionId, visitorId, brandId } = await findLeft(party);
  await commit(async (tx, emit) => {
    await tx.$queryRaw`SELECT id FROM questions WHERE id = ${questionId} FOR NO KEY UPDATE`;
    const { state, answeredAt } = await tx.question.findUniqueOrThrow({ where: { id: questionId } });
    if (["answered", "ended", "withdrawn"].includes(state)) return;
    if (state !== "left") throw new AppError("QUESTION_CLOSED", { state });
    await dropTurn({ tx, questionId, now });
    await tx.question.update({
      where: { id: questionId },
      data: {
        state: answeredAt ? "answered" : "withdrawn",
        endedAt: now,
        version: { increment: 1 },
      },
    });
    await tx.routingEvent.create({ data: { brandId, questionId, kind: "settled", at: now } });
    emit(toVisitor(visitorId, "question.changed", await visitorQuestion({ tx, questionId, now })));
    await tellLeft({ tx, emit, questionId, now });
  });
}
