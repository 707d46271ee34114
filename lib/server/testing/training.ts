import { questionIds } from "@/lib/domain/training/course-schema";
import { defaultCourse } from "@/lib/domain/training/default-course";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { answerQuiz } from "@/lib/server/training/answer-quiz";
import { startQuiz } from "@/lib/server/training/start-quiz";
import { makeEndedChat } from "./thanks-world";
import { makeMember, makeVisitor, type TestBrand } from "./world";

/** A newcomer in training, whose desk is open. */
export function makeLearner(brand: TestBrand, data: NonNullable<Parameters<typeof makeMember>[1]> = {}) {
  return makeMember(brand, { name: "Hugo L.", status: "training", chatsHeld: 0, ...data });
}

/** An expert whom a manager trusts to coach. */
export function makeCoach(brand: TestBrand, data: NonNullable<Parameters<typeof makeMember>[1]> = {}) {
  return makeMember(brand, {
    name: "Paul G.",
    trustRule: "set",
    trustLevel: 3,
    trustReason: "Six years with us",
    ...data,
  });
}

/** Writes steps as done by himself, as if they had been. */
export async function doneSteps(member: MemberActor, steps: readonly string[], at: Date) {
  const { id: memberId, brandId } = member;
  await db().trainingStep.createMany({
    data: steps.map((step) => ({ brandId, memberId, step, doneAt: at })),
  });
}

/** Answers the whole quiz, so many of the questions wrongly. */
export async function takeQuiz(member: MemberActor, now: Date, wrong = 0) {
  const { id: attemptId } = await startQuiz({ member, now });
  let last: Awaited<ReturnType<typeof answerQuiz>> | undefined;
  for (const [index, questionId] of questionIds.entries()) {
    const { right } = defaultCourse.questions[questionId];
    const choice = index < wrong ? (right + 1) % 3 : right;
    last = await answerQuiz({ member, attemptId, input: { question: questionId, choice }, now });
  }
  if (!last) throw new Error("a quiz without questions");
  return last.attempt;
}

/** So many talks that a newcomer carried to their end, begun at `at`. */
export async function makeTalks(brand: TestBrand, member: MemberActor, count: number, at: Date) {
  const chats = [];
  for (let i = 0; i < count; i++) {
    const chat = await makeEndedChat(brand, await makeVisitor(brand), member);
    await db().segment.update({ where: { id: chat.segment.id }, data: { startedAt: at, endedAt: at } });
    chats.push(chat);
  }
  return chats;
}

/** A newcomer whom `coach` may confirm, a talk of his, and a go at the quiz of the coach's own. */
export async function makeCoached(brand: TestBrand, coach: MemberActor) {
  const { id: brandId } = brand;
  const learner = await makeLearner(brand, { status: "trial", isOpen: false });
  await doneSteps(learner, ["course", "practice", "quiz"], new Date(0));
  await db().coaching.create({
    data: { brandId, learnerId: learner.id, coachId: coach.id, wanted: 0, startedAt: new Date() },
  });
  const [talk] = await makeTalks(brand, learner, 1, new Date());
  const attempt = await db().quizAttempt.create({
    data: { brandId, memberId: coach.id, startedAt: new Date() },
  });
  return { learnerId: learner.id, talkId: talk?.id ?? "", attemptId: attempt.id };
}
