import { AppError } from "@/lib/domain/error";
import type { AttemptView } from "@/lib/domain/training/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { lockMember } from "./lock-member";
import { attemptView, lastAttempt } from "./quiz";
import { readCourse } from "./read-course";

/** Begins the quiz, or goes on with the one that runs: there is one at a time, in however many tabs. */
export async function startQuiz({ member, now }: { member: MemberActor; now: Date }): Promise<AttemptView> {
  const { id: memberId, brandId } = member;
  return commit(async (tx) => {
    if (!(await lockMember(tx, { brandId, memberId }))) throw new AppError("NOT_FOUND");
    const { course } = await readCourse({ tx, brandId });
    const last = await lastAttempt(tx, memberId);
    if (last && !last.finishedAt) return attemptView(last, course);
    const { id } = await tx.quizAttempt.create({
      data: { brandId, memberId, startedAt: now },
      select: { id: true },
    });
    return { id, answers: [], result: null };
  });
}
