import { isLearning, learningStatuses } from "@/lib/domain/member/status";
import { commit } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { log } from "@/lib/server/log";
import { lockMember } from "./lock-member";
import { nameByRule } from "./name-by-rule";

/**
 * Names another coach by the rule for a brand's newcomers whose coach is gone, who wait longest first, where the brand
 * lets a rule do so. Who finds none stays as he is, and his managers read that he has none. A failure is logged: nobody
 * who leaves should wait for it.
 */
export async function findCoaches({ brandId, now }: { brandId: string; now: Date }): Promise<void> {
  const learners = await db().member.findMany({
    where: {
      brandId,
      status: { in: [...learningStatuses] },
      coachedBy: { some: {}, none: { endedAt: null } },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  for (const { id: learnerId } of learners)
    await findOne({ brandId, learnerId, now }).catch((error: unknown) =>
      log.error({ learnerId, error }, "a newcomer's next coach could not be named"),
    );
}

async function findOne({
  brandId,
  learnerId,
  now,
}: {
  brandId: string;
  learnerId: string;
  now: Date;
}): Promise<void> {
  await commit(async (tx, emit) => {
    const learner = await lockMember(tx, { brandId, memberId: learnerId });
    if (!learner || !isLearning(learner.status)) return;
    if ((await tx.coaching.count({ where: { learnerId, endedAt: null } })) > 0) return;
    await nameByRule({ tx, emit, learner, now });
  });
}
