"use client";

import { type ReactNode, useId } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { CommunityFigures } from "@/lib/domain/recruiting/figures";
import "./recruiting.css";

/** What helping is, for somebody who owns what others ask about: the idea, what is true so far, the way in. */
export function JoinIntro(props: { brandName: string; figures: CommunityFigures; children?: ReactNode }) {
  const t = useTranslations("recruiting.join");
  return (
    <>
      <div className="grid gap-4 pt-10 pb-8 bar:pt-16">
        <h1 className="join__title text-balance">{t("title")}</h1>
        <p className="t-lead muted max-w-[36em]">{t("lead", { brand: props.brandName })}</p>
      </div>
      <Figures figures={props.figures} />
      {props.children}
    </>
  );
}

function Figures({ figures }: { figures: CommunityFigures }) {
  const t = useTranslations("recruiting.figures");
  const format = useFormatter();
  const shown = [
    ["peopleHelped", figures.peopleHelped === null ? null : format.number(figures.peopleHelped)],
    [
      "answerSeconds",
      figures.answerSeconds === null ? null : t("seconds", { seconds: format.number(figures.answerSeconds) }),
    ],
    ["owners", figures.owners === null ? null : format.number(figures.owners)],
  ] as const;
  if (shown.every(([, value]) => value === null)) return null;
  return (
    <dl className="join__figures">
      {shown.map(
        ([name, value]) =>
          value !== null && (
            <div key={name}>
              <dt>{t(name)}</dt>
              <dd className="num">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

const steps = ["apply", "training", "trial", "active"] as const;

/** The way from an application to answering. */
export function JoinSteps() {
  const t = useTranslations("recruiting.steps");
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-8 pt-16">
      <h2 id={id} className="t-head">
        {t("title")}
      </h2>
      <ol className="join__steps">
        {steps.map((step, index) => (
          <li key={step}>
            <span className="join__n" aria-hidden="true">
              {index + 1}
            </span>
            <h3>{t(`${step}.title`)}</h3>
            <p>{t(`${step}.text`)}</p>
            <span className="meta">{t(`${step}.time`)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
