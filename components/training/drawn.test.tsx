import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { IntlProvider } from "use-intl";
import { describe, expect, it, vi } from "vitest";
import { locales } from "@/lib/domain/locale";
import { chapterIds, fieldsOf, questionIds } from "@/lib/domain/training/course-schema";
import { defaultCourse } from "@/lib/domain/training/default-course";
import { scriptIds } from "@/lib/domain/training/scripts";
import { steps } from "@/lib/domain/training/step";
import type { AttemptView, LearnerView, TrainingView } from "@/lib/domain/training/view";
import { seenLevels } from "@/lib/domain/trust/level";
import type { TrustView } from "@/lib/domain/trust/view";
import { messagesFor } from "@/lib/messages/load";
import { ChapterPage } from "./chapter-page";
import { CoachingList } from "./coaching-list";
import { CourseEditor } from "./course-editor";
import { courseParts } from "./course-parts";
import { DeskBeforeTrial, TrialLine } from "./desk-training";
import { Learners } from "./learners";
import { PracticeChat } from "./practice-chat";
import { Quiz } from "./quiz";
import { TrainingScreen } from "./training-screen";
import { TrustDecision } from "./trust-decision";
import { TrustPage } from "./trust-page";
import { WatchedTalk } from "./watched-talk";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: vi.fn(), refresh: vi.fn() }) }));

const at = "2026-03-10T09:00:00.000Z";
const id = (number: number) => `${number}`.padStart(32, "0");
const paul = { id: id(1), name: "Paul G.", initials: "PG", tint: "moss", kind: "owner" } as const;
const hugo = { ...paul, id: id(2), name: "Hugo L.", initials: "HL" };
const note = { id: id(3), by: "Paul G.", kind: "more", body: "One with brakes", chatId: null, at } as const;
const talk = {
  chatId: id(4),
  firstName: "Marie",
  question: "Does the battery survive winter?",
  topic: null,
  language: "en",
  isOpen: true,
  startedAt: at,
};
const learner = (over: Partial<LearnerView> = {}): LearnerView => ({
  person: hugo,
  status: "trial",
  since: at,
  steps: steps.map((step, index) => ({
    step,
    doneAt: index < 3 ? at : null,
    passedBy: index === 2 ? "Hélène" : null,
    reason: index === 2 ? "Knows it" : null,
  })),
  missing: ["trial"],
  coach: paul,
  trial: { done: 2, wanted: 5 },
  ...over,
});
const questions = questionIds.map((each) => ({ id: each, ...defaultCourse.questions[each] }));
const answers = questionIds.map((questionId) => ({
  questionId,
  choice: 0,
  isRight: false,
  right: 1,
  why: defaultCourse.questions[questionId].why,
}));
const training = (over: Partial<TrainingView> = {}, attempt: AttemptView | null = null): TrainingView => {
  const { status, steps: done, missing, coach, trial } = learner();
  return {
    status,
    steps: done,
    missing,
    coach,
    trial,
    chapters: chapterIds.map((each, index) => ({
      id: each,
      ...defaultCourse.chapters[each],
      isRead: index === 0,
    })),
    practices: scriptIds.map((each, index) => ({ id: each, isDone: index === 0 })),
    quiz: {
      needed: 6,
      questions: questions.map(({ id: key, question, options }) => ({ id: key, question, options })),
      attempt,
    },
    notes: [note],
    ...over,
  };
};
const facts = { thanks: 12, chats: 7, days: 40, coached: 0, upheld: 1, against: 0 };
const trust: TrustView = {
  level: 2,
  earned: 2,
  isLearning: false,
  decision: { rule: "hold", level: 2, reason: "For now", by: null, at },
  levels: seenLevels(facts),
};
const slug = "volt-velo";
const course = {
  version: 1,
  fields: fieldsOf(defaultCourse),
  defaults: fieldsOf(defaultCourse),
  changed: ["quizNeeded"],
};
const result = { right: 3, needed: 6, isPassed: false };

const screens: Record<string, () => ReactNode> = {
  ...Object.fromEntries(
    [["course"], ["practice"], ["quiz"], ["coach"], ["trial"]].map(([missing]) => [
      `training, missing ${missing}`,
      () => (
        <TrainingScreen
          brandSlug={slug}
          training={training({ status: "training", missing: [missing as "course"], coach: null })}
          isCoach={false}
        />
      ),
    ]),
  ),
  "training, over": () => (
    <TrainingScreen brandSlug={slug} training={training({ status: "active", missing: [] })} isCoach />
  ),
  ...Object.fromEntries(
    chapterIds.map((each) => [
      `chapter ${each}`,
      () => <ChapterPage brandSlug={slug} training={training()} chapter={each} />,
    ]),
  ),
  ...Object.fromEntries(
    scriptIds.map((each) => [`practice ${each}`, () => <PracticeChat brandSlug={slug} script={each} />]),
  ),
  "quiz, before": () => <Quiz brandSlug={slug} training={training()} />,
  "quiz, at its third question": () => (
    <Quiz
      brandSlug={slug}
      training={training({}, { id: id(5), answers: answers.slice(0, 2), result: null })}
    />
  ),
  "quiz, not passed": () => <Quiz brandSlug={slug} training={training({}, { id: id(5), answers, result })} />,
  "quiz, passed": () => (
    <Quiz
      brandSlug={slug}
      training={training({}, { id: id(5), answers, result: { ...result, isPassed: true } })}
    />
  ),
  trust: () => <TrustPage brandSlug={slug} trust={trust} />,
  "trust of staff": () => <TrustPage brandSlug={slug} trust={null} />,
  "trust, decided": () => (
    <TrustDecision brandSlug={slug} person={{ ...hugo, isSelf: false }} initial={{ ...trust, earned: 3 }} />
  ),
  "desk before the trial": () => (
    <DeskBeforeTrial brandSlug={slug} missing={["course", "practice", "quiz", "coach"]} />
  ),
  "desk on trial": () => <TrialLine brandSlug={slug} trial={{ done: 1, wanted: 5 }} coach={paul} />,
  "desk on trial, without a coach": () => (
    <TrialLine brandSlug={slug} trial={{ done: 1, wanted: 5 }} coach={null} />
  ),
  coaching: () => (
    <CoachingList
      brandSlug={slug}
      coachings={{
        learners: [
          { ...learner(), talks: [talk], notes: [note], mayConfirm: true },
          {
            ...learner({ person: paul, status: "training", missing: ["course", "coach"] }),
            talks: [],
            notes: [],
            mayConfirm: false,
          },
        ],
      }}
    />
  ),
  "coaching, nobody": () => <CoachingList brandSlug={slug} coachings={{ learners: [] }} />,
  "a talk, read along": () => (
    <WatchedTalk brandSlug={slug} first={{ learner: hugo, talk, messages: [], notes: [note] }} />
  ),
  learners: () => (
    <Learners
      brandSlug={slug}
      initial={{
        learners: [learner(), learner({ person: paul, coach: null })],
        coaches: [{ ...paul, learners: 2 }],
      }}
      observed={{
        talks: [
          { questionId: id(6), person: hugo, question: "Heavy?", topic: null, isOpen: true, startedAt: at },
        ],
      }}
    />
  ),
  "learners, nobody": () => (
    <Learners brandSlug={slug} initial={{ learners: [], coaches: [] }} observed={{ talks: [] }} />
  ),
  ...Object.fromEntries(
    courseParts.map((part) => [
      `course, ${part}`,
      () => <CourseEditor brandSlug={slug} course={course} part={part} />,
    ]),
  ),
};

describe.each(locales)("the screens of training in %s", (locale) => {
  it.each(Object.keys(screens))("%s has all its words", async (name) => {
    const messages = await messagesFor(locale, [
      "ui",
      "error",
      "desk",
      "settings",
      "training",
      "practice",
      "guard",
    ]);
    const html = renderToString(
      <IntlProvider
        locale={locale}
        timeZone="Europe/Paris"
        messages={messages}
        onError={(error) => {
          throw error;
        }}
      >
        {screens[name]?.()}
      </IntlProvider>,
    );
    expect(html).not.toBe("");
    expect(html).not.toContain("undefined");
  });
});
