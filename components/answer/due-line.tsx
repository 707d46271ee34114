"use client";

import { useFormatter, useTimeZone, useTranslations } from "use-intl";
import { dueOf } from "./due";

/** By when the answer comes. `now` is the server's time when the page was drawn (ISO 8601). */
export function DueLine(props: { answerBy: string | null; now: string }) {
  const t = useTranslations("answer");
  const format = useFormatter();
  const timeZone = useTimeZone() ?? "Europe/Paris";
  const words = () => {
    if (props.answerBy === null) return t("noDelay");
    const answerBy = new Date(props.answerBy);
    const time = format.dateTime(answerBy, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    const day = format.dateTime(answerBy, { weekday: "long", day: "numeric", month: "long" });
    switch (dueOf({ answerBy: answerBy.getTime(), now: Date.parse(props.now), timeZone })) {
      case "today":
        return t("byToday", { time });
      case "tomorrow":
        return t("byTomorrow", { time });
      case "day":
        return t("byDay", { day, time });
      case "late":
        return t("late", { day, time });
    }
  };
  return (
    <>
      <p className="t-lead">{words()}</p>
      <p className="muted">{t("mail")}</p>
    </>
  );
}
