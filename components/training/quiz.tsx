"use client";

import "./training.css";
import { Check, X } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { useErrorText } from "@/lib/client/use-error-text";
import { localeOf } from "@/lib/domain/locale";
import type { AttemptView, QuizAnswerView, TrainingView } from "@/lib/domain/training/view";
import { CoachAside } from "./coach-aside";
import { trainingRequests } from "./requests";

type Question = TrainingView["quiz"]["questions"][number];

/** The quiz: one question at a time, with the reason after each answer. */
export function Quiz(props: { brandSlug: string; training: TrainingView }) {
  const { brandSlug, training } = props;
  const t = useTranslations("training.quiz");
  const errorText = useErrorText();
  const router = useRouter();
  const { questions } = training.quiz;
  const [attempt, setAttempt] = useState(training.quiz.attempt);
  /** The answer whose reason is being read. */
  const [shown, setShown] = useState<QuizAnswerView | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const base = `/${brandSlug}/training`;
  const requests = trainingRequests(brandSlug);
  const open = questions.find(({ id }) => !attempt?.answers.some(({ questionId }) => questionId === id));
  const current = shown ? questions.find(({ id }) => id === shown.questionId) : open;

  const run = async (work: () => Promise<void>) => {
    if (isBusy) return;
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(errorText(error));
    }
    setBusy(false);
  };
  const start = () =>
    run(async () => {
      setAttempt(await requests.startQuiz());
      setShown(null);
    });
  const answer = (question: Question, choice: number) =>
    run(async () => {
      if (!attempt) return;
      const given = await requests.answerQuiz(attempt.id, { question: question.id, choice });
      setAttempt(given.attempt);
      setShown(given.answer);
      if (given.attempt.result) router.refresh();
    });

  const isOver = attempt?.result !== null && shown === null;
  return (
    <main
      id="main"
      className="mx-auto grid w-full max-w-[1120px] content-start gap-8 px-4 py-8 bar:px-8 bar:py-12"
    >
      <Link href={base} className="muted justify-self-start underline">
        {t("back")}
      </Link>
      <div className="learn">
        <div className="grid gap-4">
          {!attempt || isOver || !current ? (
            <Rest
              base={base}
              attempt={attempt}
              count={questions.length}
              isBusy={isBusy}
              onStart={() => void start()}
            />
          ) : (
            <OneQuestion
              key={current.id}
              question={current}
              number={questions.indexOf(current) + 1}
              count={questions.length}
              given={shown}
              isLast={open === undefined}
              isBusy={isBusy}
              base={base}
              onAnswer={(choice) => void answer(current, choice)}
              onNext={() => setShown(null)}
            />
          )}
          {problem && (
            <p className="help help--error" role="alert">
              {problem}
            </p>
          )}
        </div>
        <CoachAside coach={training.coach} />
      </div>
    </main>
  );
}

/** Before the first question, and after the last. */
function Rest(props: {
  base: string;
  attempt: AttemptView | null;
  count: number;
  isBusy: boolean;
  onStart: () => void;
}) {
  const { attempt, count } = props;
  const t = useTranslations("training.quiz");
  const title = useRef<HTMLHeadingElement>(null);
  const result = attempt?.result;
  useEffect(() => {
    if (result) title.current?.focus();
  }, [result]);
  const home = useTranslations("training.home");
  return (
    <>
      <h1 ref={title} tabIndex={-1} className="t-head">
        {result
          ? t(result.isPassed ? "passedTitle" : "failedTitle", { right: result.right, count })
          : home("quizTitle")}
      </h1>
      <p>
        {result
          ? result.isPassed
            ? t("passedText")
            : t("failedText", { needed: result.needed })
          : t("startText")}
      </p>
      <div className="flex flex-wrap gap-2">
        {result?.isPassed && (
          <Link className={buttonClass("primary")} href={props.base}>
            {t("back")}
          </Link>
        )}
        <Button look={result?.isPassed ? "quiet" : "primary"} busy={props.isBusy} onClick={props.onStart}>
          {t(result ? "again" : "start")}
        </Button>
      </div>
    </>
  );
}

function OneQuestion(props: {
  question: Question;
  number: number;
  count: number;
  given: QuizAnswerView | null;
  isLast: boolean;
  isBusy: boolean;
  base: string;
  onAnswer: (choice: number) => void;
  onNext: () => void;
}) {
  const { question, given, isBusy } = props;
  const t = useTranslations("training.quiz");
  const locale = localeOf(useLocale());
  const [choice, setChoice] = useState<number | null>(null);
  const [isMissing, setMissing] = useState(false);
  const chosen = given ? given.choice : choice;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  const check = (event: FormEvent) => {
    event.preventDefault();
    setMissing(choice === null);
    if (choice !== null) props.onAnswer(choice);
  };
  return (
    <form className="grid gap-4" noValidate onSubmit={check}>
      <div className="grid gap-1">
        <p className="meta">{t("of", { number: props.number, count: props.count })}</p>
        <h1 ref={title} tabIndex={-1} className="t-title">
          {question.question[locale]}
        </h1>
      </div>
      <fieldset className="answers">
        <legend className="sr">{t("choose")}</legend>
        {question.options.map((option, index) => (
          <label key={option.en}>
            <input
              type="radio"
              name="answer"
              checked={chosen === index}
              disabled={given !== null}
              onChange={() => {
                setChoice(index);
                setMissing(false);
              }}
            />
            {option[locale]}
          </label>
        ))}
      </fieldset>
      <div role="status" className="grid gap-1">
        {given && (
          <>
            <p className="strong flex items-center gap-2">
              <Icon icon={given.isRight ? Check : X} size={16} />
              {given.isRight
                ? t("right")
                : t("wrong", { answer: question.options[given.right]?.[locale] ?? "" })}
            </p>
            <p>{given.why[locale]}</p>
          </>
        )}
        {isMissing && <p className="help help--error">{t("pick")}</p>}
      </div>
      <div className="flex flex-wrap gap-2">
        {given ? (
          <Button look="primary" onClick={props.onNext}>
            {t(props.isLast ? "result" : "next")}
          </Button>
        ) : (
          <Button type="submit" look="primary" busy={isBusy} busyLabel={t("checking")}>
            {t("check")}
          </Button>
        )}
        <Link className={buttonClass("quiet")} href={props.base}>
          {t("later")}
        </Link>
      </div>
    </form>
  );
}
