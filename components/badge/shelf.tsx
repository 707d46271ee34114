"use client";

import { Award } from "lucide-react";
import { useFormatter, useLocale, useTranslations } from "use-intl";
import { badgeProps } from "@/components/community/badge-props";
import { Badge } from "@/components/ui/badge";
import { Empty } from "@/components/ui/empty";
import type { Shelf as ShelfView } from "@/lib/domain/badge/view";
import { localeOf } from "@/lib/domain/locale";
import { useLevelName } from "./use-level-name";
import "./badge.css";

type Earned = ShelfView["earned"][number];

function useShelfWords() {
  const levelName = useLevelName();
  const format = useFormatter();
  const locale = localeOf(useLocale());
  const date = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium" });
  return { levelName, locale, date };
}

/** A member's badges: earned with what they rest on, within reach, taken back with the reason. */
export function Shelf({ shelf }: { shelf: ShelfView }) {
  const t = useTranslations("badge.shelf");
  const { levelName, locale, date } = useShelfWords();
  return (
    <div className="grid gap-8">
      <p className="muted">{t("lead")}</p>
      {shelf.earned.length === 0 ? (
        <Empty icon={Award} title={t("none")}>
          {t("noneText")}
        </Empty>
      ) : (
        <ul className="bdg-shelf">
          {shelf.earned.map((award) => (
            <OneEarned key={award.badge.key} award={award} />
          ))}
        </ul>
      )}
      {shelf.open.length > 0 && (
        <section className="grid gap-4" aria-labelledby="badges-open">
          <h3 className="t-body strong" id="badges-open">
            {t("open")}
          </h3>
          <ul className="bdg-open">
            {shelf.open.map(({ badge, have, need, topic }) => (
              <li key={badge.key}>
                <Badge {...badgeProps(badge)} size={64} locked />
                <div className="grid gap-1">
                  <b>{levelName(badge)}</b>
                  <p className="muted num">
                    {t("progress", { family: badge.family, have, need, topic: topic?.[locale] ?? "" })}
                  </p>
                  <div className="bdg-open__bar" aria-hidden="true">
                    <i style={{ width: `${Math.min(100, (100 * have) / need)}%` }} />
                  </div>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {shelf.withdrawn.length > 0 && (
        <section className="grid gap-4" aria-labelledby="badges-withdrawn">
          <h3 className="t-body strong" id="badges-withdrawn">
            {t("withdrawn")}
          </h3>
          {shelf.withdrawn.map(({ badge, at, reason }) => (
            <div key={badge.key} className="grid gap-1">
              <b>{levelName(badge)}</b>
              <p className="muted wrap-anywhere">{t("withdrawnText", { date: date(at), reason })}</p>
            </div>
          ))}
        </section>
      )}
    </div>
  );
}

function OneEarned({ award: { badge, awardedAt, topic, need, evidence } }: { award: Earned }) {
  const t = useTranslations("badge.shelf");
  const { levelName, locale, date } = useShelfWords();
  return (
    <li>
      <Badge {...badgeProps(badge)} size={80} />
      <b>{levelName(badge)}</b>
      <span className="meta">{t("rests", { family: badge.family, need, topic: topic?.[locale] ?? "" })}</span>
      <span className="meta">{t("date", { date: date(awardedAt) })}</span>
      {evidence.length > 0 && (
        <details>
          <summary>{t("evidence")}</summary>
          <ul className="meta">
            {evidence.map((line) => {
              const words = { date: date(line.at), topic: line.topic?.[locale] ?? t("noTopic") };
              return (
                <li key={line.id}>
                  {line.from ? t("lineFrom", { ...words, name: line.from }) : t("line", words)}
                </li>
              );
            })}
            {evidence.length < need && <li>{t("gone", { count: need - evidence.length })}</li>}
          </ul>
        </details>
      )}
    </li>
  );
}
