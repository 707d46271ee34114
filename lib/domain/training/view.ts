import { z } from "zod";
import { MessageView } from "@/lib/domain/chat/view";
import { MemberStatus } from "@/lib/domain/member/schema";
import { Tint } from "@/lib/domain/member/view";
import { Id, Instant, Names } from "@/lib/domain/schema";
import { Chapter, ChapterId, QuestionId, QuizQuestion } from "./course-schema";
import { ScriptId, Step } from "./schema";

/** A person of the brand as these pages name him. */
export const PersonMark = z.strictObject({
  id: Id,
  name: z.string(),
  initials: z.string(),
  tint: Tint,
  kind: z.enum(["owner", "staff"]),
});
export type PersonMark = z.infer<typeof PersonMark>;

export const StepView = z.strictObject({
  step: Step,
  doneAt: Instant.nullable(),
  /** Who passed it in his place, and why; null for what he did himself. */
  passedBy: z.string().nullable(),
  reason: z.string().nullable(),
});

/** An answer that was given, with what is right and why. */
export const QuizAnswerView = z.strictObject({
  questionId: QuestionId,
  choice: z.int(),
  isRight: z.boolean(),
  right: z.int(),
  why: Names,
});
export type QuizAnswerView = z.infer<typeof QuizAnswerView>;

/** A go at the quiz: its answers in the order of the questions, and the result once all are given. */
export const AttemptView = z.strictObject({
  id: Id,
  answers: z.array(QuizAnswerView),
  result: z.strictObject({ right: z.int(), needed: z.int(), isPassed: z.boolean() }).nullable(),
});
export type AttemptView = z.infer<typeof AttemptView>;

/** The answer that counts: the first one, whoever pressed later. */
export const QuizAnswered = z.strictObject({ answer: QuizAnswerView, attempt: AttemptView });

export const CoachNoteView = z.strictObject({
  id: Id,
  by: z.string().nullable(),
  kind: z.enum(["note", "more"]),
  body: z.string(),
  chatId: Id.nullable(),
  at: Instant,
});
export type CoachNoteView = z.infer<typeof CoachNoteView>;

/** A member's own training. The quiz's right answers come with what he answered. */
export const TrainingView = z.strictObject({
  status: MemberStatus,
  steps: z.array(StepView),
  missing: z.array(z.union([Step, z.literal("coach")])),
  chapters: z.array(Chapter.extend({ id: ChapterId, isRead: z.boolean() })),
  practices: z.array(z.strictObject({ id: ScriptId, isDone: z.boolean() })),
  quiz: z.strictObject({
    needed: z.int(),
    questions: z.array(QuizQuestion.pick({ question: true, options: true }).extend({ id: QuestionId })),
    /** The one that runs, else the last one; null before the first. */
    attempt: AttemptView.nullable(),
  }),
  coach: PersonMark.nullable(),
  /** Talks carried to their end in the trial, and how many the coach wants to have seen. */
  trial: z.strictObject({ done: z.int(), wanted: z.int() }),
  notes: z.array(CoachNoteView),
});
export type TrainingView = z.infer<typeof TrainingView>;

/** What follows from a practice talk: whether it counts, and where the training stands. */
export const Practised = z.strictObject({ isPractised: z.boolean(), training: TrainingView });

/** A newcomer for those who look after him. */
export const LearnerView = z.strictObject({
  person: PersonMark,
  status: MemberStatus,
  since: Instant,
  steps: z.array(StepView),
  missing: z.array(z.union([Step, z.literal("coach")])),
  coach: PersonMark.nullable(),
  trial: z.strictObject({ done: z.int(), wanted: z.int() }),
});
export type LearnerView = z.infer<typeof LearnerView>;

/** A talk of a learner in his coach's list: of the visitor no more than an expert learns. */
export const TalkView = z.strictObject({
  chatId: Id,
  firstName: z.string().nullable(),
  question: z.string(),
  topic: Names.nullable(),
  language: z.string(),
  isOpen: z.boolean(),
  startedAt: Instant,
});
export type TalkView = z.infer<typeof TalkView>;

export const Coachings = z.strictObject({
  learners: z.array(
    LearnerView.extend({ talks: z.array(TalkView), notes: z.array(CoachNoteView), mayConfirm: z.boolean() }),
  ),
});
export type Coachings = z.infer<typeof Coachings>;

/** A learner's talk as his coach reads along: masked as for an expert. */
export const WatchedTalk = z.strictObject({
  learner: PersonMark,
  talk: TalkView,
  messages: z.array(MessageView),
  notes: z.array(CoachNoteView),
});
export type WatchedTalk = z.infer<typeof WatchedTalk>;

export const Learners = z.strictObject({
  learners: z.array(LearnerView),
  /** Who may be named: staff, and experts with the trust of a coach. */
  coaches: z.array(PersonMark.extend({ learners: z.int() })),
});
export type Learners = z.infer<typeof Learners>;

/** Running and recent talks of who is observed. */
export const Observed = z.strictObject({
  talks: z.array(
    z.strictObject({
      questionId: Id,
      person: PersonMark,
      question: z.string(),
      topic: Names.nullable(),
      isOpen: z.boolean(),
      startedAt: Instant,
    }),
  ),
});
export type Observed = z.infer<typeof Observed>;

/** The course in the editor; `changed` names what the brand made its own. */
export const CourseView = z.strictObject({
  version: z.int(),
  fields: z.record(z.string(), z.unknown()),
  defaults: z.record(z.string(), z.unknown()),
  changed: z.array(z.string()),
});
export type CourseView = z.infer<typeof CourseView>;
