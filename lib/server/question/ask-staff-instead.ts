import { AppError } from "@/lib/domain/error";
import type { VisitorQuestion } from "@/lib/domain/question/view";
import type { VisitorActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { closeOffers } from "@/lib/server/offer/close-offers";
import { placesChanged } from "@/lib/server/presence/places-changed";
import { routeQuestion } from "@/lib/server/routing/route-question";
import { lockWaitingQuestion } from "./lock-question";
import { visitorQuestion } from "./visitor-question";

/**
 * The visitor would rather talk to staff: a new round that asks nobody else. The promise keeps running. STAFF_BUSY when
 * none of them is free any more: then those who are being asked go on being asked.
 */
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
    const { staffFree } = await visitorQuestion({ tx, questionId, now });
    if (!staffFree) throw new AppError("STAFF_BUSY");
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
  // Those who are asked no more may be what others wait for.
  await placesChanged({ brandId: visitor.brandId, now });
  return visitorQuestion({ tx: db(), questionId, now });
}
