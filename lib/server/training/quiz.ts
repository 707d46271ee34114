import { type Course, QuestionId, questionIds } from "@/lib/domain/training/course-schema";
import type { AttemptView, QuizAnswerView } from "@/lib/domain/training/view";
import type { Tx } from "@/lib/server/commit";
import type { Prisma } from "@/prisma/generated/client";

export const attemptSelect = {
  id: true,
  finishedAt: true,
  right: true,
  needed: true,
  answers: { select: { questionId: true, choice: true, isRight: true } },
} as const satisfies Prisma.QuizAttemptSelect;
type AttemptRow = Prisma.QuizAttemptGetPayload<{ select: typeof attemptSelect }>;

/** An answer with what is right. Whether it was right was settled when it was given, whatever the brand changed since. */
export function answerView(
  { questionId, choice, isRight }: { questionId: string; choice: number; isRight: boolean },
  course: Course,
): QuizAnswerView | null {
  const id = QuestionId.safeParse(questionId);
  if (!id.success) return null;
  const { right, why } = course.questions[id.data];
  return { questionId: id.data, choice, isRight, right: isRight ? choice : right, why };
}

/** A go at the quiz as its member sees it. */
export function attemptView(row: AttemptRow, course: Course): AttemptView {
  const { right, needed } = row;
  return {
    id: row.id,
    answers: questionIds.flatMap((id) => {
      const answer = row.answers.find(({ questionId }) => questionId === id);
      return (answer && answerView(answer, course)) ?? [];
    }),
    result:
      row.finishedAt && right !== null && needed !== null
        ? { right, needed, isPassed: right >= needed }
        : null,
  };
}

/** The go that runs, else the last one; null before the first. */
export function lastAttempt(tx: Tx, memberId: string): Promise<AttemptRow | null> {
  return tx.quizAttempt.findFirst({
    where: { memberId },
    orderBy: [{ finishedAt: { sort: "desc", nulls: "first" } }, { startedAt: "desc" }],
    select: attemptSelect,
  });
}
