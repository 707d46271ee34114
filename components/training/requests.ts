import { apiClient, reply } from "@/lib/client/api";
import type { ChapterId } from "@/lib/domain/training/course-schema";
import type { AnswerQuiz, ChangeCourse, FinishPractice } from "@/lib/domain/training/schema";
import type { Step } from "@/lib/domain/training/step";
import type { DecideTrust } from "@/lib/domain/trust/view";

/** What the pages of training, coaching and trust ask of the API, for one brand. */
export function trainingRequests(brand: string) {
  const own = apiClient().api.brands[":brand"];
  const { training, coaching, members } = own;
  const param = { brand };
  const learner = (learnerId: string) => ({ brand, learnerId });
  return {
    readChapter: (chapter: ChapterId) => reply(training.chapters.$post({ param, json: { chapter } })),
    finishPractice: (json: FinishPractice) => reply(training.practice.$post({ param, json })),
    startQuiz: () => reply(training.quiz.$post({ param })),
    answerQuiz: (attemptId: string, json: AnswerQuiz) =>
      reply(training.quiz[":attemptId"].answers.$post({ param: { brand, attemptId }, json })),
    passStep: (learnerId: string, step: Step, reason: string) =>
      reply(
        training.learners[":learnerId"].pass.$post({ param: learner(learnerId), json: { step, reason } }),
      ),
    nameCoach: (learnerId: string, coachId: string) =>
      reply(training.learners[":learnerId"].coach.$put({ param: learner(learnerId), json: { coachId } })),
    readCourse: () => reply(training.course.$get({ param })),
    changeCourse: (json: ChangeCourse) => reply(training.course.$patch({ param, json })),
    watch: (learnerId: string, talkId: string) =>
      reply(coaching[":learnerId"].talks[":talkId"].$get({ param: { ...learner(learnerId), talkId } })),
    note: (learnerId: string, json: { chatId?: string; body: string }) =>
      reply(coaching[":learnerId"].notes.$post({ param: learner(learnerId), json })),
    confirm: (learnerId: string) =>
      reply(coaching[":learnerId"].confirm.$post({ param: learner(learnerId) })),
    more: (learnerId: string, json: { count: number; words: string }) =>
      reply(coaching[":learnerId"].more.$post({ param: learner(learnerId), json })),
    decideTrust: (memberId: string, json: DecideTrust) =>
      reply(members[":memberId"].trust.$put({ param: { brand, memberId }, json })),
  };
}
