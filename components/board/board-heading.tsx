"use client";

import { useFormatter, useTranslations } from "use-intl";
import { PresenceDot } from "@/components/ui/avatar";
import { wallTime } from "@/lib/domain/calendar/zone";
import { standing } from "./board-view";
import { dayPart } from "./clock-time";
import { useScreen } from "./use-board";

/** The day and its part, in the brand's time zone, and how fresh the screen is. */
export function BoardHeading() {
  const { view, moment } = useScreen();
  const t = useTranslations("board");
  const format = useFormatter();
  const { board } = view;
  if (!board) return <h1 className="t-page">{t("title")}</h1>;

  const { timeZone } = board.brand;
  const at = new Date(moment);
  const weekday = format.dateTime(at, { weekday: "long", timeZone });
  const title = t(`heading.${dayPart(wallTime(at, timeZone).hour)}`, { weekday });
  const day = format.dateTime(at, { day: "numeric", timeZone });
  const month = format.dateTime(at, { month: "long", timeZone });
  const time = format.dateTime(at, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone });
  const isLive = standing(view) === "current" && view.connection === "live";
  const freshness = standing(view) !== "current" ? "stale" : isLive ? "live" : "polling";
  return (
    <div>
      <h1 className="t-page first-letter:uppercase">{title}</h1>
      <p className="muted mt-1 flex items-center gap-2">
        {isLive && <PresenceDot presence="free" inline />}
        {t(`heading.${freshness}`, { day, month, time })}
      </p>
    </div>
  );
}

/** The day in one sentence. */
export function TodayLine() {
  const { view } = useScreen();
  const t = useTranslations("board.today");
  if (!view.board) return null;
  const { asked, answered, promisesKept, promisesJudged, left, leftAnswered } = view.board.today;
  if (asked === 0 && left === 0) return <p className="t-lead muted board__today">{t("none")}</p>;
  return (
    <p className="t-lead board__today">
      <span className="muted">{t("label")}</span>{" "}
      {t("line", { asked, answered, kept: promisesKept, judged: promisesJudged, left, leftAnswered })}
    </p>
  );
}
