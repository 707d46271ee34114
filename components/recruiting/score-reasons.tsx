"use client";

import { useFormatter, useTranslations } from "use-intl";
import type { Activity } from "@/lib/domain/recruiting/candidate-schema";

/** What somebody's score is made of, part by part, with the numbers behind it. */
export function ScoreReasons({ score, activity }: { score: number; activity: Activity }) {
  const t = useTranslations("recruiting.score");
  const format = useFormatter();
  const { sample, posts, lastAt } = activity;
  return (
    <section className="cand__part" aria-labelledby="cand-score">
      <h2 id="cand-score">{t("title", { score })}</h2>
      <p className="meta">
        {t("from", { posts })}
        {lastAt && ` ${t("last", { date: format.dateTime(new Date(lastAt), { dateStyle: "medium" }) })}`}
      </p>
      <ul className="cand__list">
        {activity.parts.map(({ part, points, most, facts }) => (
          <li key={part} className="grid gap-1">
            <p className="flex justify-between gap-4">
              <span className="strong">{t(`part.${part}`)}</span>
              <span className="num muted">{t("points", { points, most })}</span>
            </p>
            <div className="cand__meter" aria-hidden="true">
              <i style={{ width: `${most === 0 ? 0 : (points / most) * 100}%` }} />
            </div>
            <p className="meta">
              {t(`why.${part}`, {
                posts,
                onTopic: facts.onTopic ?? 0,
                answers: facts.answers ?? 0,
                likes: facts.likes ?? 0,
                followers: facts.followers ?? 0,
              })}
            </p>
          </li>
        ))}
      </ul>
      {sample && (
        <blockquote className="grid gap-1 border-l-2 border-line-strong pl-4">
          <p dir="auto" className="wrap-anywhere">
            {sample.text}
          </p>
          {sample.url && (
            <a
              className="meta wrap-anywhere underline"
              href={sample.url}
              target="_blank"
              rel="noreferrer nofollow ugc"
            >
              {t("see")}
            </a>
          )}
        </blockquote>
      )}
    </section>
  );
}
