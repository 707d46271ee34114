import { isLearning } from "@/lib/domain/member/status";
import { chapterIds } from "@/lib/domain/training/course-schema";
import { scriptIds } from "@/lib/domain/training/scripts";
import type { Tx } from "@/lib/server/commit";
import type { Emit } from "@/lib/server/event/publish";
import { advanceTraining, completeStep } from "./advance-training";
import type { LockedMember } from "./lock-member";

const parts = {
  chapter: { ids: chapterIds, step: "course" },
  practice: { ids: scriptIds, step: "practice" },
} as const;

/**
 * Within `tx`, with the member's row locked: writes down that a part of a step is done; with its last part the step is.
 * So it is for who is paused in his training; he goes on once he is back. Whoever is past it may read and practise again:
 * then only the part is written. Returns whether his status changed.
 */
export async function mark({
  tx,
  emit,
  member,
  kind,
  key,
  now,
}: {
  tx: Tx;
  emit: Emit;
  member: LockedMember;
  kind: keyof typeof parts;
  key: string;
  now: Date;
}): Promise<boolean> {
  const { id: memberId, status, standing } = member;
  await tx.trainingMark.createMany({ data: [{ memberId, kind, key, at: now }], skipDuplicates: true });
  if (!isLearning(standing)) return false;
  const { ids, step } = parts[kind];
  const count = await tx.trainingMark.count({ where: { memberId, kind, key: { in: [...ids] } } });
  if (count < ids.length) return false;
  await completeStep({ tx, learner: member, step, now });
  return (await advanceTraining({ tx, emit, learner: member, now })) !== status;
}
