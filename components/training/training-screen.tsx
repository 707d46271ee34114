"use client";

import "./training.css";
import { Check } from "lucide-react";
import Link from "next/link";
import { type ReactNode, useId } from "react";
import { useFormatter, useLocale, useTranslations } from "use-intl";
import { buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { localeOf } from "@/lib/domain/locale";
import type { TrainingView } from "@/lib/domain/training/view";
import { CoachAside } from "./coach-aside";
import { StepLine } from "./step-line";

/** A member's training: where he stands, what comes next, and everything to read and to try. */
export function TrainingScreen(props: { brandSlug: string; training: TrainingView; isCoach: boolean }) {
  const { brandSlug, training } = props;
  const t = useTranslations("training.home");
  const practice = useTranslations("training.practice");
  const locale = localeOf(useLocale());
  const base = `/${brandSlug}/training`;
  const learns = training.status === "training" || training.status === "trial";
  const { attempt, needed } = training.quiz;
  const isDone = (state: boolean, yes: string, no: string) => (
    <span className={state ? "flex items-center gap-1 text-green-text" : "muted"}>
      {state && <Icon icon={Check} size={16} />}
      {state ? yes : no}
    </span>
  );
  return (
    <main
      id="main"
      className="mx-auto grid w-full max-w-[1120px] content-start gap-12 px-4 py-8 bar:px-8 bar:py-12"
    >
      <div className="flex flex-wrap items-end justify-between gap-6">
        <div className="grid max-w-[34em] gap-3">
          <h1 className="t-page">{t(learns ? "learnerTitle" : "doneTitle")}</h1>
          <p className="t-lead muted">{t(learns ? "learnerLead" : "doneLead")}</p>
        </div>
        <NextButton base={base} brandSlug={brandSlug} training={training} />
      </div>
      <StepLine training={training} />
      <div className="learn">
        <div className="grid gap-10">
          <Part title={t("courseTitle")} text={t("courseText")}>
            <ul className="parts">
              {training.chapters.map(({ id, title, isRead }) => (
                <li key={id}>
                  <Link className="min-w-0 flex-1 underline strong" href={`${base}/course/${id}`}>
                    {title[locale]}
                  </Link>
                  {isDone(isRead, t("read"), t("unread"))}
                </li>
              ))}
            </ul>
          </Part>
          <Part title={t("practiceTitle")} text={t("practiceText")}>
            <ul className="parts">
              {training.practices.map(({ id, isDone: done }) => (
                <li key={id}>
                  <div className="min-w-0 flex-1">
                    <Link className="underline strong" href={`${base}/practice/${id}`}>
                      {practice(id)}
                    </Link>
                    <p className="muted">{practice(`${id}Text`)}</p>
                  </div>
                  {isDone(done, t("practised"), t("notPractised"))}
                </li>
              ))}
            </ul>
          </Part>
          <Part title={t("quizTitle")} text={t("quizText", { needed })}>
            <p className="flex flex-wrap items-center gap-4">
              <Link className={buttonClass()} href={`${base}/quiz`}>
                {t("open")}
              </Link>
              {attempt && (
                <span className="muted">
                  {attempt.result
                    ? t(attempt.result.isPassed ? "quizPassed" : "quizRight", { right: attempt.result.right })
                    : t("quizOf", { count: attempt.answers.length })}
                </span>
              )}
            </p>
          </Part>
        </div>
        <div className="grid gap-8">
          {learns && <CoachAside coach={training.coach} />}
          <Notes training={training} />
          <ul className="grid gap-3">
            <li>
              <Link className="underline" href={`${base}/trust`}>
                {t("trust")}
              </Link>
            </li>
            {props.isCoach && (
              <li>
                <Link className="underline" href={`${base}/coaching`}>
                  {t("coaching")}
                </Link>
              </li>
            )}
          </ul>
        </div>
      </div>
    </main>
  );
}

function NextButton(props: { base: string; brandSlug: string; training: TrainingView }) {
  const { base, training } = props;
  const t = useTranslations("training.next");
  const [next] = training.missing;
  const learns = training.status === "training" || training.status === "trial";
  if (learns && next === "coach") return <p className="max-w-[22em] muted">{t("coach")}</p>;
  const chapter = training.chapters.find(({ isRead }) => !isRead)?.id ?? "tool";
  const script = training.practices.find(({ isDone }) => !isDone)?.id ?? "kind";
  const go = !learns
    ? { href: `/${props.brandSlug}/desk`, label: t("desk") }
    : next === "course"
      ? { href: `${base}/course/${chapter}`, label: t("course") }
      : next === "practice"
        ? { href: `${base}/practice/${script}`, label: t("practice") }
        : next === "quiz"
          ? { href: `${base}/quiz`, label: t(training.quiz.attempt ? "quiz" : "quizStart") }
          : { href: `/${props.brandSlug}/desk`, label: t("trial") };
  return (
    <Link className={buttonClass("primary", "lg")} href={go.href}>
      {go.label}
    </Link>
  );
}

function Notes(props: { training: TrainingView }) {
  const t = useTranslations("training.home");
  const format = useFormatter();
  const { notes } = props.training;
  if (notes.length === 0) return null;
  return (
    <Part title={t("notes")}>
      <ul className="grid gap-4">
        {notes.map((note) => (
          <li key={note.id} className="grid gap-1">
            <p className="whitespace-pre-line wrap-anywhere">{note.body}</p>
            <p className="meta">
              {[
                note.by,
                note.kind === "more" ? t("wantsMore") : note.chatId && t("aboutTalk"),
                format.dateTime(new Date(note.at), { dateStyle: "medium", timeStyle: "short" }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Part(props: { title: string; text?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-3">
      <div>
        <h2 id={id} className="t-title">
          {props.title}
        </h2>
        {props.text && <p className="muted">{props.text}</p>}
      </div>
      {props.children}
    </section>
  );
}
