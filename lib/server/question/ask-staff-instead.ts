import type { VisitorQuestion } from "@/lib/domain/question/view";
import type { VisitorActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { closeOffers } from "@/lib/server/offer/close-offers";
import { routeQuestion } from "@/lib/server/routing/route-question";
import { lockWaitingQuestion } from "./lock-question";
import { visitorQuestion } from "./visitor-question";

/** The visitor would rather talk to staff: a new round that asks nobody else. The promise keeps running. */
export async function askStaffInstead({
  visitor,
  questionId,
  now,
}: {
  visitor: VisitorActor;
  questionId: string;
  now: Date;
}): Promise<VisitorQuestion> {
  await commit(async (tx, emit) => {
    const question = await lockWaitingQuestion({ tx, questionId, visitorId: visitor.id });
    if (question.audience === "staff") return;
    await closeOffers({ tx, emit, questionId, because: "withdrawn", now });
    await tx.question.update({
      where: { id: questionId },
      data: {
        audience: "staff",
        round: { increment: 1 },
        roundAt: now,
        wave: 0,
        wakeAt: now,
        version: { increment: 1 },
      },
    });
    await tx.routingEvent.create({
      data: { brandId: visitor.brandId, questionId, kind: "staff_wanted", at: now },
    });
  });
  await routeQuestion({ brandId: visitor.brandId, questionId, now });
  return visitorQuestion({ tx: db(), questionId, now });
}
