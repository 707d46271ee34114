import type { VisitorQuestion } from "@/lib/domain/question/view";
import type { VisitorActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { toBrand, toMember } from "@/lib/server/event/publish";
import { findOffers } from "@/lib/server/offer/find-offers";
import { Prisma } from "@/prisma/generated/client";
import { lockWaitingQuestion } from "./lock-question";
import { visitorQuestion } from "./visitor-question";

/** Changes the words of a question that nobody has taken yet; those who are being asked see the new ones. */
export async function changeQuestion({
  visitor,
  questionId,
  text,
  now,
}: {
  visitor: VisitorActor;
  questionId: string;
  text: string;
  now: Date;
}): Promise<VisitorQuestion> {
  return commit(async (tx, emit) => {
    await lockWaitingQuestion({ tx, questionId, visitorId: visitor.id });
    await tx.question.update({ where: { id: questionId }, data: { text, version: { increment: 1 } } });
    const where = Prisma.sql`o.question_id = ${questionId} AND o.state IN ('made', 'delivered')`;
    const live = await findOffers({ tx, where });
    emit(
      ...live.map(({ memberId, view }) => toMember(memberId, "offer.made", view)),
      toBrand(visitor.brandId, "board.changed", {}),
    );
    return visitorQuestion({ tx, questionId, now });
  });
}
