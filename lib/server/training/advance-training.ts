import { isLearning, type MemberStatus, trainingLeads } from "@/lib/domain/member/status";
import { ownSteps, type Step, statusAfter } from "@/lib/domain/training/step";
import type { Tx } from "@/lib/server/commit";
import { type Emit, toBrand, toMember } from "@/lib/server/event/publish";
import { recordFact } from "@/lib/server/fact/record-fact";
import { applyCapacity } from "@/lib/server/member/apply-capacity";
import { recordPresence } from "@/lib/server/presence/record-presence";
import { selfView } from "@/lib/server/presence/self-view";
import type { LockedMember } from "./lock-member";
import { nameByRule } from "./name-by-rule";
import { stepsDone } from "./progress";

/**
 * Within `tx`, with the learner's row locked: writes a step as done, once. Returns its id; null when it was done already.
 */
export async function completeStep(args: {
  tx: Tx;
  learner: LockedMember;
  step: Step;
  /** The manager who passes it, and why. */
  passed?: { byId: string; reason: string };
  now: Date;
}): Promise<string | null> {
  const { tx, learner, step, passed, now } = args;
  const [row] = await tx.trainingStep.createManyAndReturn({
    data: [
      {
        brandId: learner.brandId,
        memberId: learner.id,
        step,
        doneAt: now,
        passedById: passed?.byId ?? null,
        reason: passed?.reason ?? null,
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  return row?.id ?? null;
}

/**
 * Within `tx`, with the learner's row locked: brings his status in line with his steps and his coach. Names a coach by
 * the rule when nothing else is missing and the brand lets it. Who becomes active has the fact of it; his coach's
 * coaching ends as `ending` says. The caller looks at places (`placesChanged`) once this is committed. Returns the status.
 */
export async function advanceTraining(args: {
  tx: Tx;
  emit: Emit;
  learner: LockedMember;
  ending?: "confirmed" | "passed";
  now: Date;
}): Promise<MemberStatus> {
  const { tx, emit, learner, ending = "passed", now } = args;
  const { id: memberId, brandId, status } = learner;
  if (!isLearning(status)) return status;
  const rows = await tx.trainingStep.findMany({ where: { memberId } });
  const done = stepsDone(rows);
  const running = await tx.coaching.findFirst({ where: { learnerId: memberId, endedAt: null } });
  const isReady = !done.has("trial") && ownSteps.every((step) => done.has(step));
  const hasCoach = running !== null || (isReady && (await nameByRule({ tx, emit, learner, now })));
  const next = statusAfter(status, done, hasCoach);
  if (next === status || !trainingLeads(status, next)) return status;
  await tx.member.update({ where: { id: memberId }, data: { status: next, version: { increment: 1 } } });
  // On trial he takes one talk at a time; confirmed, as many as anybody new.
  await applyCapacity(tx, [memberId]);
  const { isOpen } = await tx.member.findUniqueOrThrow({ where: { id: memberId }, select: { isOpen: true } });
  if (isOpen && status === "training")
    await recordPresence(tx, [{ brandId, memberId, kind: "opened", at: now }]);
  if (next === "active") {
    await tx.coaching.updateMany({
      where: { learnerId: memberId, endedAt: null },
      data: { endedAt: now, ending },
    });
    const trial = rows.find(({ step }) => step === "trial");
    await recordFact({
      tx,
      fact: { brandId, memberId, kind: "training.finished", at: now, sourceId: trial?.id ?? memberId },
    });
  }
  emit(
    toMember(memberId, "self.changed", await selfView({ tx, memberId, now })),
    toMember(memberId, "sync", {}),
    toBrand(brandId, "board.changed", {}),
  );
  return next;
}
