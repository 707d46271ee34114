import { isLearning } from "@/lib/domain/member/status";
import { commit } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { toMember } from "@/lib/server/event/publish";
import { log } from "@/lib/server/log";
import { wantedTalks } from "./advance-training";
import { coachFor } from "./coach-for";
import { lockMember } from "./lock-member";
import { readCourse } from "./read-course";

/**
 * Names another coach by the rule for newcomers whose coach is gone, where the brand lets a rule do so. Who finds none
 * stays as he is, and his managers read that he has none. Never throws: nobody who leaves should wait for it.
 */
export async function findCoaches({
  learnerIds,
  now,
}: {
  learnerIds: readonly string[];
  now: Date;
}): Promise<void> {
  for (const learnerId of learnerIds) {
    await findOne(learnerId, now).catch((error) =>
      log.error({ learnerId, error: String(error) }, "a newcomer's next coach could not be named"),
    );
  }
}

async function findOne(learnerId: string, now: Date): Promise<void> {
  const place = await db().member.findUnique({ where: { id: learnerId }, select: { brandId: true } });
  if (!place) return;
  const { brandId } = place;
  await commit(async (tx, emit) => {
    const learner = await lockMember(tx, { brandId, memberId: learnerId });
    if (!learner || !isLearning(learner.status)) return;
    const { course } = await readCourse({ tx, brandId });
    if (!course.coachByRule) return;
    if ((await tx.coaching.count({ where: { learnerId, endedAt: null } })) > 0) return;
    const coachId = await coachFor({ tx, brandId, learner, now });
    if (!coachId) return;
    await tx.coaching.createMany({
      data: [
        {
          brandId,
          learnerId,
          coachId,
          wanted: await wantedTalks(tx, learnerId, course.trialTalks),
          startedAt: now,
        },
      ],
      skipDuplicates: true,
    });
    emit(toMember(coachId, "sync", {}), toMember(learnerId, "sync", {}));
  });
}
