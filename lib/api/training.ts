import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { Saved } from "@/lib/domain/brand/view";
import { Id, Slug } from "@/lib/domain/schema";
import {
  AnswerQuiz,
  ChangeCourse,
  FinishPractice,
  NameCoach,
  PassStep,
  ReadChapter,
} from "@/lib/domain/training/schema";
import {
  AttemptView,
  CourseView,
  Learners,
  Observed,
  Practised,
  QuizAnswered,
  TrainingView,
} from "@/lib/domain/training/view";
import { now } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { answerQuiz } from "@/lib/server/training/answer-quiz";
import { finishPractice } from "@/lib/server/training/finish-practice";
import { getTraining } from "@/lib/server/training/get-training";
import { listLearners, listObserved } from "@/lib/server/training/list-learners";
import { nameCoach } from "@/lib/server/training/name-coach";
import { passStep } from "@/lib/server/training/pass-step";
import { readChapter } from "@/lib/server/training/read-chapter";
import { getCourse } from "@/lib/server/training/read-course";
import { saveCourse } from "@/lib/server/training/save-course";
import { startQuiz } from "@/lib/server/training/start-quiz";
import { asMember, replies, takes } from "./declare";
import { router } from "./router";

const ofBrand = z.object({ brand: Slug });
const ofLearner = ofBrand.extend({ learnerId: Id });

const own = createRoute({
  method: "get",
  path: "/brands/{brand}/training",
  summary: "One's own training: course, practice, quiz, trial, and what is missing",
  ...asMember("desk"),
  request: { params: ofBrand },
  responses: replies(TrainingView),
});

const chapter = createRoute({
  method: "post",
  path: "/brands/{brand}/training/chapters",
  summary: "Say that one has read a chapter",
  ...asMember("desk"),
  request: { params: ofBrand, body: takes(ReadChapter) },
  responses: replies(TrainingView),
});

const practice = createRoute({
  method: "post",
  path: "/brands/{brand}/training/practice",
  summary: "Bring a practice talk to its end: what one did is played again, and not kept",
  ...asMember("desk"),
  request: { params: ofBrand, body: takes(FinishPractice) },
  responses: replies(Practised),
});

const quiz = createRoute({
  method: "post",
  path: "/brands/{brand}/training/quiz",
  summary: "Begin the quiz, or go on with the one that runs",
  ...asMember("desk"),
  request: { params: ofBrand },
  responses: replies(AttemptView),
});

const answer = createRoute({
  method: "post",
  path: "/brands/{brand}/training/quiz/{attemptId}/answers",
  summary: "Answer a question of the quiz; the first answer counts",
  ...asMember("desk"),
  request: { params: ofBrand.extend({ attemptId: Id }), body: takes(AnswerQuiz) },
  responses: replies(QuizAnswered),
});

const learners = createRoute({
  method: "get",
  path: "/brands/{brand}/training/learners",
  summary: "Everybody who learns, and who may coach",
  ...asMember("people"),
  request: { params: ofBrand },
  responses: replies(Learners),
});

const observed = createRoute({
  method: "get",
  path: "/brands/{brand}/training/observed",
  summary: "Talks of those whose first talks are observed",
  ...asMember("people"),
  request: { params: ofBrand },
  responses: replies(Observed),
});

const pass = createRoute({
  method: "post",
  path: "/brands/{brand}/training/learners/{learnerId}/pass",
  summary: "Pass a step of somebody's training, with a reason",
  ...asMember("people"),
  request: { params: ofLearner, body: takes(PassStep) },
  responses: replies(Learners),
});

const coach = createRoute({
  method: "put",
  path: "/brands/{brand}/training/learners/{learnerId}/coach",
  summary: "Name somebody's coach",
  ...asMember("people"),
  request: { params: ofLearner, body: takes(NameCoach) },
  responses: replies(Learners),
});

const course = createRoute({
  method: "get",
  path: "/brands/{brand}/training/course",
  summary: "The course with its quiz, for its editor",
  ...asMember("people"),
  request: { params: ofBrand },
  responses: replies(CourseView),
});

const change = createRoute({
  method: "patch",
  path: "/brands/{brand}/training/course",
  summary: "Save fields of the course that was opened at a version; null makes one the default again",
  ...asMember("people"),
  request: { params: ofBrand, body: takes(ChangeCourse) },
  responses: replies(Saved),
});

export const trainingRoutes = router()
  .openapi(own, async (c) => c.json(TrainingView.parse(await getTraining({ member: c.var.member })), 200))
  .openapi(chapter, async (c) => {
    const { member } = c.var;
    await readChapter({ member, chapter: c.req.valid("json").chapter, now: now() });
    return c.json(TrainingView.parse(await getTraining({ member })), 200);
  })
  .openapi(practice, async (c) => {
    const { member } = c.var;
    const isPractised = await finishPractice({ member, input: c.req.valid("json"), now: now() });
    return c.json(Practised.parse({ isPractised, training: await getTraining({ member }) }), 200);
  })
  .openapi(quiz, async (c) =>
    c.json(AttemptView.parse(await startQuiz({ member: c.var.member, now: now() })), 200),
  )
  .openapi(answer, async (c) => {
    const { attemptId } = c.req.valid("param");
    const input = c.req.valid("json");
    return c.json(
      QuizAnswered.parse(await answerQuiz({ member: c.var.member, attemptId, input, now: now() })),
      200,
    );
  })
  .openapi(learners, async (c) =>
    c.json(Learners.parse(await listLearners({ member: c.var.member, now: now() })), 200),
  )
  .openapi(observed, async (c) =>
    c.json(Observed.parse(await listObserved({ member: c.var.member, now: now() })), 200),
  )
  .openapi(pass, async (c) => {
    const { member } = c.var;
    const { learnerId } = c.req.valid("param");
    await passStep({ member, learnerId, ...c.req.valid("json"), now: now() });
    return c.json(Learners.parse(await listLearners({ member, now: now() })), 200);
  })
  .openapi(coach, async (c) => {
    const { member } = c.var;
    const { learnerId } = c.req.valid("param");
    const { coachId } = c.req.valid("json");
    await nameCoach({ member, learnerId, coachId, now: now() });
    return c.json(Learners.parse(await listLearners({ member, now: now() })), 200);
  })
  .openapi(course, async (c) =>
    c.json(CourseView.parse(await getCourse({ tx: db(), brandId: c.var.member.brandId })), 200),
  )
  .openapi(change, async (c) => {
    const { version, fields } = c.req.valid("json");
    return c.json(
      Saved.parse(
        await saveCourse({ member: c.var.member, expected: { version }, change: fields, now: now() }),
      ),
      200,
    );
  });
