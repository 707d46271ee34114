import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { tellLeft } from "./tell-left";

/** The member writes this answer no longer: others may. Nothing happens when it was not his to write; NOT_FOUND for another brand's. */
export async function releaseLeft({
  member,
  questionId,
  now,
}: {
  member: MemberActor;
  questionId: string;
  now: Date;
}): Promise<void> {
  await commit(async (tx, emit) => {
    const { brandId } = member;
    if ((await tx.question.count({ where: { id: questionId, brandId } })) === 0)
      throw new AppError("NOT_FOUND");
    const { count } = await tx.leftTurn.updateMany({
      where: { questionId, brandId, claimedById: member.id, answeredAt: null },
      data: { claimedById: null, claimedUntil: null },
    });
    if (count > 0) await tellLeft({ tx, emit, questionId, now });
  });
}
