import { AppError } from "@/lib/domain/error";
import { isLearning } from "@/lib/domain/member/status";
import { type Step, steps } from "@/lib/domain/training/step";
import type { MemberActor } from "@/lib/server/account/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { commit, type Tx } from "@/lib/server/commit";
import type { Emit } from "@/lib/server/event/publish";
import { placesChanged } from "@/lib/server/presence/places-changed";
import { advanceTraining, completeStep } from "./advance-training";
import { lockMember } from "./lock-member";
import { stepsDone } from "./progress";

/**
 * A manager passes a step of a newcomer's training, with a reason that everybody concerned can read. Passing the trial
 * passes what is left before it, too: he is active then. NOT_FOUND for other brands and for who doesn't learn;
 * FORBIDDEN on oneself; STEP_DONE (`name`) when it was done or passed already.
 */
export async function passStep(args: {
  member: MemberActor;
  learnerId: string;
  step: Step;
  reason: string;
  now: Date;
}): Promise<void> {
  const { member, now } = args;
  const moved = await commit((tx, emit) => passInside({ ...args, tx, emit }));
  if (moved) await placesChanged({ brandId: member.brandId, now });
}

/**
 * The same within somebody else's transaction, as for a newcomer who is taken in without training. Returns whether his
 * status changed; then `placesChanged` is due after the commit.
 */
export async function passInside({
  tx,
  emit,
  member,
  learnerId,
  step,
  reason,
  now,
}: {
  tx: Tx;
  emit: Emit;
  member: MemberActor;
  learnerId: string;
  step: Step;
  reason: string;
  now: Date;
}): Promise<boolean> {
  const { brandId, id: actorId } = member;
  const learner = await lockMember(tx, { brandId, memberId: learnerId });
  const earlier = learner && (await tx.trainingStep.findMany({ where: { memberId: learnerId } }));
  const first = earlier?.find((row) => row.step === step);
  if (first && learner) throw await doneAlready(tx, { learner, byId: first.passedById });
  if (!learner || !earlier || !isLearning(learner.status)) throw new AppError("NOT_FOUND");
  if (learnerId === actorId) throw new AppError("FORBIDDEN");
  const done = stepsDone(earlier);
  const passed = step === "trial" ? steps.filter((each) => !done.has(each)) : [step];
  for (const each of passed)
    await completeStep({ tx, learner, step: each, passed: { byId: actorId, reason }, now });
  await recordAudit(tx, {
    brandId,
    actorId,
    action: "passed",
    subject: `member:${learnerId}`,
    after: { ...Object.fromEntries(passed.map((each) => [`training.${each}`, true])), reason },
    at: now,
  });
  return (await advanceTraining({ tx, emit, learner, now })) !== learner.status;
}

async function doneAlready(
  tx: Tx,
  { learner, byId }: { learner: { displayName: string }; byId: string | null },
): Promise<AppError> {
  const by = byId ? await tx.member.findUnique({ where: { id: byId }, select: { displayName: true } }) : null;
  return new AppError("STEP_DONE", { name: by?.displayName ?? learner.displayName });
}
