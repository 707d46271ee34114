import { AppError } from "@/lib/domain/error";
import { mayAnswer } from "@/lib/domain/member/status";
import type { MemberActor } from "@/lib/server/account/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { commit, type Tx } from "@/lib/server/commit";
import { toMember } from "@/lib/server/event/publish";
import { recordFact } from "@/lib/server/fact/record-fact";
import { placesChanged } from "@/lib/server/presence/places-changed";
import { advanceTraining, completeStep } from "./advance-training";
import { lockBoth } from "./name-coach";
import { learnerSelect, trialTalks } from "./progress";

/** Somebody's own newcomer who is on trial, both rows locked; NOT_FOUND for whoever is not (any more), and for the paused. */
async function ownLearner(tx: Tx, member: MemberActor, learnerId: string) {
  const { brandId, id: coachId } = member;
  const [learner, coach] = await lockBoth(tx, { brandId, learnerId, coachId });
  const coaching = await tx.coaching.findFirst({ where: { learnerId, coachId, endedAt: null } });
  if (!learner || !coaching || learner.status !== "trial" || !coach || !mayAnswer(coach.status))
    throw new AppError("NOT_FOUND");
  return { learner, coaching };
}

/**
 * A coach confirms his newcomer: he is active from now on, and both have it as a fact. NOT_FOUND for whoever is not his
 * coach (any more) or not on trial; TRIAL_TOO_EARLY (`done`, `wanted`) before the talks that he wanted to see.
 */
export async function confirmTrial({
  member,
  learnerId,
  now,
}: {
  member: MemberActor;
  learnerId: string;
  now: Date;
}): Promise<void> {
  const { brandId, id: coachId } = member;
  await commit(async (tx, emit) => {
    const { learner, coaching } = await ownLearner(tx, member, learnerId);
    const row = await tx.member.findUniqueOrThrow({ where: { id: learnerId }, select: learnerSelect });
    const done = (await trialTalks(tx, [row])).get(learnerId) ?? 0;
    const { wanted } = coaching;
    if (done < wanted) throw new AppError("TRIAL_TOO_EARLY", { done, wanted });
    await completeStep({ tx, learner, step: "trial", now });
    await advanceTraining({ tx, emit, learner, ending: "confirmed", now });
    await recordFact({
      tx,
      fact: { brandId, memberId: coachId, kind: "newcomer.coached", at: now, sourceId: learnerId },
    });
    await recordAudit(tx, {
      brandId,
      actorId: coachId,
      action: "confirmed",
      subject: `member:${learnerId}`,
      after: { talks: done },
      at: now,
    });
  });
  await placesChanged({ brandId, now });
}

/** A coach asks to see `count` more talks, and says why: his newcomer reads it. NOT_FOUND as in `confirmTrial`. */
export async function askForMore({
  member,
  learnerId,
  count,
  words,
  now,
}: {
  member: MemberActor;
  learnerId: string;
  count: number;
  words: string;
  now: Date;
}): Promise<void> {
  const { brandId, id: coachId } = member;
  await commit(async (tx, emit) => {
    const { coaching } = await ownLearner(tx, member, learnerId);
    const row = await tx.member.findUniqueOrThrow({ where: { id: learnerId }, select: learnerSelect });
    const done = (await trialTalks(tx, [row])).get(learnerId) ?? 0;
    // From where he stands: asking twice doesn't pile up what he never saw.
    const wanted = Math.min(Math.max(done + count, coaching.wanted), 100);
    await tx.coaching.update({ where: { id: coaching.id }, data: { wanted } });
    await tx.coachNote.create({
      data: { brandId, learnerId, coachId, kind: "more", body: words, writtenAt: now },
    });
    emit(toMember(learnerId, "sync", {}));
  });
}
