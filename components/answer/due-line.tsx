"use client";

import { useTimeZone, useTranslations } from "use-intl";
import { dueOf } from "./due";
import { useCalendar } from "./use-calendar";

/** By when the answer comes. `now` is the server's time when the page was drawn (ISO 8601). */
export function DueLine(props: { answerBy: string | null; now: string; mails: "on" | "stopped" }) {
  const t = useTranslations("answer");
  const calendar = useCalendar();
  const timeZone = useTimeZone() ?? "Europe/Paris";
  const words = () => {
    if (props.answerBy === null) return t("noDelay");
    const { weekday, day, month, time } = calendar(props.answerBy);
    const answerBy = Date.parse(props.answerBy);
    switch (dueOf({ answerBy, now: Date.parse(props.now), timeZone })) {
      case "today":
        return t("byToday", { time });
      case "tomorrow":
        return t("byTomorrow", { time });
      case "day":
        return t("byDay", { weekday, day, month, time });
      case "late":
        return t("late", { weekday, day, month, time });
    }
  };
  return (
    <>
      <p className="t-lead">{words()}</p>
      <p className="muted">{t(props.mails === "on" ? "mail" : "noMail")}</p>
    </>
  );
}
