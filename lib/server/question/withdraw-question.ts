import type { VisitorQuestion } from "@/lib/domain/question/view";
import type { VisitorActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { toBrand, toVisitor } from "@/lib/server/event/publish";
import { closeOffers } from "@/lib/server/offer/close-offers";
import { placesChanged } from "@/lib/server/presence/places-changed";
import { lockWaitingQuestion } from "./lock-question";
import { visitorQuestion } from "./visitor-question";

/** The visitor takes his question back; those who were asked are told, and their places are free again. */
export async function withdrawQuestion({
  visitor,
  questionId,
  now,
}: {
  visitor: VisitorActor;
  questionId: string;
  now: Date;
}): Promise<VisitorQuestion> {
  const { id: visitorId, brandId } = visitor;
  const view = await commit(async (tx, emit) => {
    await lockWaitingQuestion({ tx, questionId, visitorId });
    await closeOffers({ tx, emit, questionId, because: "withdrawn", now });
    await tx.question.update({
      where: { id: questionId },
      data: { state: "withdrawn", endedAt: now, wakeAt: null, version: { increment: 1 } },
    });
    await tx.routingEvent.create({ data: { brandId, questionId, kind: "withdrawn", at: now } });
    const changed = await visitorQuestion({ tx, questionId, now });
    emit(toVisitor(visitorId, "question.changed", changed), toBrand(brandId, "board.changed", {}));
    return changed;
  });
  await placesChanged({ brandId, now });
  return view;
}
