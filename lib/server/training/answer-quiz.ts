import { AppError } from "@/lib/domain/error";
import { isLearning } from "@/lib/domain/member/status";
import { questionIds } from "@/lib/domain/training/course-schema";
import type { AnswerQuiz } from "@/lib/domain/training/schema";
import type { AttemptView, QuizAnswerView } from "@/lib/domain/training/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { placesChanged } from "@/lib/server/presence/places-changed";
import { advanceTraining, completeStep } from "./advance-training";
import { lockMember } from "./lock-member";
import { answerView, attemptSelect, attemptView } from "./quiz";
import { readCourse } from "./read-course";

/**
 * Answers a question of the quiz. The first answer counts: a second one, or another tab's, gets the first one back. With
 * the last answer the quiz is finished, and passed when enough were right. NOT_FOUND for anybody else's go.
 */
export async function answerQuiz({
  member,
  attemptId,
  input,
  now,
}: {
  member: MemberActor;
  attemptId: string;
  input: AnswerQuiz;
  now: Date;
}): Promise<{ answer: QuizAnswerView; attempt: AttemptView }> {
  const { id: memberId, brandId } = member;
  const { question: questionId, choice } = input;
  const { moved, ...answered } = await commit(async (tx, emit) => {
    const locked = await lockMember(tx, { brandId, memberId });
    const running = await tx.quizAttempt.findFirst({ where: { id: attemptId, memberId, brandId } });
    if (!locked || !running) throw new AppError("NOT_FOUND");
    const { course } = await readCourse({ tx, brandId });
    const isRight = course.questions[questionId].right === choice;
    if (!running.finishedAt)
      await tx.quizAnswer.createMany({
        data: [{ attemptId, questionId, choice, isRight, answeredAt: now }],
        skipDuplicates: true,
      });
    let row = await tx.quizAttempt.findUniqueOrThrow({ where: { id: attemptId }, select: attemptSelect });
    let hasMoved = false;
    const isWhole = questionIds.every((id) => row.answers.some((answer) => answer.questionId === id));
    if (!row.finishedAt && isWhole) {
      const right = row.answers.filter((answer) => answer.isRight).length;
      row = await tx.quizAttempt.update({
        where: { id: attemptId },
        data: { finishedAt: now, right, needed: course.quizNeeded },
        select: attemptSelect,
      });
      if (right >= course.quizNeeded && isLearning(locked.standing)) {
        await completeStep({ tx, learner: locked, step: "quiz", now });
        hasMoved = (await advanceTraining({ tx, emit, learner: locked, now })) !== locked.status;
      }
    }
    const given = row.answers.find((answer) => answer.questionId === questionId);
    const answer = given && answerView(given, course);
    if (!answer) throw new AppError("NOT_FOUND");
    return { answer, attempt: attemptView(row, course), moved: hasMoved };
  });
  if (moved) await placesChanged({ brandId, now });
  return answered;
}
