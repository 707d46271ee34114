import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { freePlaces } from "@/lib/server/member/change-loads";
import { drainQueue } from "@/lib/server/routing/drain-queue";
import { routeQuestion } from "@/lib/server/routing/route-question";

/** Passing: the place is free again and the next ones are asked at once. It leaves no trace in any rank. Twice is once; NOT_FOUND for others' offers. */
export async function declineOffer({
  member,
  offerId,
  now,
}: {
  member: Pick<MemberActor, "id" | "brandId">;
  offerId: string;
  now: Date;
}): Promise<void> {
  const { id: memberId, brandId } = member;
  const questionId = await commit(async (tx) => {
    // The question's row first, as everywhere: a router that reads its offers may be about to let this one lapse.
    await tx.$queryRaw`
      SELECT q.id FROM questions q JOIN offers o ON o.question_id = q.id WHERE o.id = ${offerId}
      FOR NO KEY UPDATE OF q`;
    const [offer] = await tx.offer.updateManyAndReturn({
      where: { id: offerId, memberId, state: { in: ["made", "delivered"] } },
      data: { state: "declined", closedAt: now },
      select: { questionId: true, reserves: true },
    });
    if (!offer) {
      if ((await tx.offer.count({ where: { id: offerId, memberId } })) === 0) throw new AppError("NOT_FOUND");
      return null;
    }
    if (offer.reserves) await freePlaces(tx, [memberId]);
    // Pressing Pass is a sign of life.
    await tx.member.update({ where: { id: memberId }, data: { lapses: 0, awaySince: null } });
    await tx.routingEvent.create({
      data: { brandId, questionId: offer.questionId, memberId, kind: "declined", at: now },
    });
    return offer.questionId;
  });
  if (!questionId) return;
  await routeQuestion({ brandId, questionId, now });
  await drainQueue({ brandId, now });
}
