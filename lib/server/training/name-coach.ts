import { AppError } from "@/lib/domain/error";
import { isLearning, mayAnswer } from "@/lib/domain/member/status";
import type { MemberActor } from "@/lib/server/account/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { commit, type Tx } from "@/lib/server/commit";
import { toMember } from "@/lib/server/event/publish";
import { placesChanged } from "@/lib/server/presence/places-changed";
import { advanceTraining } from "./advance-training";
import { isTrustedToCoach } from "./coach-for";
import { type LockedMember, lockMember } from "./lock-member";
import { wantedTalks } from "./name-by-rule";
import { readCourse } from "./read-course";

/**
 * A manager names a newcomer's coach, in place of whoever was it: staff, or an expert with the trust of a coach. The same
 * again changes nothing. NOT_FOUND for other brands and for who doesn't learn; COACH_UNFIT for who may not coach, is not
 * there any more, or is the newcomer himself.
 */
export async function nameCoach({
  member,
  learnerId,
  coachId,
  now,
}: {
  member: MemberActor;
  learnerId: string;
  coachId: string;
  now: Date;
}): Promise<void> {
  const { brandId, id: actorId } = member;
  const starts = await commit(async (tx, emit) => {
    const [learner, coach] = await lockBoth(tx, { brandId, learnerId, coachId });
    if (!learner || !isLearning(learner.status)) throw new AppError("NOT_FOUND");
    const running = await tx.coaching.findFirst({
      where: { learnerId, endedAt: null },
      select: { id: true, coachId: true },
    });
    if (running?.coachId === coachId) return false;
    if (!coach || !(await isFit({ tx, learner, coach, now }))) throw new AppError("COACH_UNFIT");
    const { course } = await readCourse({ tx, brandId });
    const wanted = await wantedTalks(tx, learnerId, course.trialTalks);
    if (running)
      await tx.coaching.update({ where: { id: running.id }, data: { endedAt: now, ending: "replaced" } });
    await tx.coaching.create({
      data: { brandId, learnerId, coachId, namedById: actorId, wanted, startedAt: now },
    });
    await recordAudit(tx, {
      brandId,
      actorId,
      action: "coached",
      subject: `member:${learnerId}`,
      before: { coachId: running?.coachId ?? null },
      after: { coachId },
      at: now,
    });
    emit(toMember(coachId, "sync", {}));
    return (await advanceTraining({ tx, emit, learner, now })) !== learner.status;
  });
  if (starts) await placesChanged({ brandId, now });
}

async function isFit(args: {
  tx: Tx;
  learner: LockedMember;
  coach: LockedMember;
  now: Date;
}): Promise<boolean> {
  const { tx, learner, coach, now } = args;
  return coach.id !== learner.id && mayAnswer(coach.status) && isTrustedToCoach({ tx, coach, now });
}

/** Both rows locked in the order of their ids, as everywhere. */
export async function lockBoth(
  tx: Tx,
  { brandId, learnerId, coachId }: { brandId: string; learnerId: string; coachId: string },
): Promise<[LockedMember | null, LockedMember | null]> {
  const found = new Map<string, LockedMember | null>();
  for (const memberId of [...new Set([learnerId, coachId])].sort())
    found.set(memberId, await lockMember(tx, { brandId, memberId }));
  return [found.get(learnerId) ?? null, found.get(coachId) ?? null];
}
