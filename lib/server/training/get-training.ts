import { AppError } from "@/lib/domain/error";
import type { MemberStatus } from "@/lib/domain/member/status";
import { chapterIds, questionIds } from "@/lib/domain/training/course-schema";
import { scriptIds } from "@/lib/domain/training/scripts";
import type { TrainingView } from "@/lib/domain/training/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { listCoachNotes } from "./list-coach-notes";
import { learnerSelect, learnerViews } from "./progress";
import { attemptView, lastAttempt } from "./quiz";
import { readCourse } from "./read-course";

/** A member's own training: the course with what he has read, practice, quiz, trial, and what is missing. */
export async function getTraining({ member }: { member: MemberActor }): Promise<TrainingView> {
  const { id: memberId, brandId } = member;
  const tx = db();
  const [{ course }, row, marks, attempt, notes] = await Promise.all([
    readCourse({ tx, brandId }),
    tx.member.findUnique({ where: { id: memberId }, select: learnerSelect }),
    tx.trainingMark.findMany({ where: { memberId }, select: { kind: true, key: true } }),
    lastAttempt(tx, memberId),
    listCoachNotes({ learnerId: memberId }),
  ]);
  if (!row) throw new AppError("NOT_FOUND");
  const [learner] = await learnerViews({ tx, rows: [row], wanted: course.trialTalks });
  if (!learner) throw new AppError("NOT_FOUND");
  const isMarked = new Set(marks.map(({ kind, key }) => `${kind}:${key}`));
  return {
    status: row.status as MemberStatus,
    steps: learner.steps,
    missing: learner.missing,
    chapters: chapterIds.map((id) => ({
      id,
      ...course.chapters[id],
      isRead: isMarked.has(`chapter:${id}`),
    })),
    practices: scriptIds.map((id) => ({ id, isDone: isMarked.has(`practice:${id}`) })),
    quiz: {
      needed: course.quizNeeded,
      questions: questionIds.map((id) => {
        const { question, options } = course.questions[id];
        return { id, question, options };
      }),
      attempt: attempt && attemptView(attempt, course),
    },
    coach: learner.coach,
    trial: learner.trial,
    notes,
  };
}
