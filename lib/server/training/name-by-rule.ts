import type { Tx } from "@/lib/server/commit";
import { type Emit, toMember } from "@/lib/server/event/publish";
import { coachFor } from "./coach-for";
import type { LockedMember } from "./lock-member";
import { readCourse } from "./read-course";

/**
 * Within `tx`, with the learner's row locked: names a coach by the rule for who has none, where the brand lets it and
 * somebody fits. Returns whether he has one now.
 */
export async function nameByRule({
  tx,
  emit,
  learner,
  now,
}: {
  tx: Tx;
  emit: Emit;
  learner: LockedMember;
  now: Date;
}): Promise<boolean> {
  const { id: learnerId, brandId } = learner;
  const { course } = await readCourse({ tx, brandId });
  if (!course.coachByRule) return false;
  const coachId = await coachFor({ tx, brandId, learner, now });
  if (!coachId) return false;
  const wanted = await wantedTalks(tx, learnerId, course.trialTalks);
  const { count } = await tx.coaching.createMany({
    data: [{ brandId, learnerId, coachId, wanted, startedAt: now }],
    skipDuplicates: true,
  });
  emit(toMember(coachId, "sync", {}), toMember(learnerId, "sync", {}));
  return count > 0;
}

/** What the coach before him asked for stays asked for. */
export async function wantedTalks(tx: Tx, learnerId: string, byCourse: number): Promise<number> {
  const last = await tx.coaching.findFirst({
    where: { learnerId },
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
    select: { wanted: true },
  });
  return Math.max(last?.wanted ?? 0, byCourse);
}
