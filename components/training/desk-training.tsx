"use client";

import "./training.css";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { buttonClass } from "@/components/ui/button";
import type { LearnerView, TrainingView } from "@/lib/domain/training/view";

/** In place of a desk at which nothing rings yet: what is missing, kindly, and the way on. */
export function DeskBeforeTrial(props: { brandSlug: string; missing: TrainingView["missing"] }) {
  const t = useTranslations("training.desk");
  const todo = props.missing.flatMap((each) => (each === "trial" ? [] : [each]));
  return (
    <main
      id="main"
      className="mx-auto grid w-full max-w-[720px] content-start gap-6 px-4 py-8 bar:px-8 bar:py-12"
    >
      <div className="grid gap-3">
        <h1 className="t-page">{t("title")}</h1>
        <p className="t-lead muted">{t("lead")}</p>
      </div>
      <div className="grid gap-2">
        <h2 className="strong">{t("missing")}</h2>
        <ul className="parts">
          {todo.map((each) => (
            <li key={each}>{t(each)}</li>
          ))}
        </ul>
      </div>
      <Link
        className={buttonClass("primary", "lg", "justify-self-start")}
        href={`/${props.brandSlug}/training`}
      >
        {t("go")}
      </Link>
    </main>
  );
}

/** Above the desk of somebody on trial: how far he is, and who reads along. */
export function TrialLine(props: {
  brandSlug: string;
  trial: LearnerView["trial"];
  coach: LearnerView["coach"];
}) {
  const { trial, coach } = props;
  const t = useTranslations("training.desk");
  return (
    <aside className="banner" aria-label={t("trialLabel")}>
      <span>{coach ? t("trial", { ...trial, coach: coach.name }) : t("trialNoCoach", trial)}</span>
      <Link className="underline" href={`/${props.brandSlug}/training`}>
        {t("trialLink")}
      </Link>
    </aside>
  );
}
