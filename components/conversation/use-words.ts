import { useFormatter, useTranslations } from "use-intl";

/** Gives a span in the unit that people would say it in: "12 s", "4 min", "2 h". */
export function useSpan(): (seconds: number) => string {
  const t = useTranslations("conversation");
  return (seconds) => {
    const whole = Math.max(0, Math.round(seconds));
    if (whole < 120) return t("seconds", { seconds: whole });
    if (whole < 7_200) return t("minutes", { minutes: Math.round(whole / 60) });
    return t("hours", { hours: Math.round(whole / 3_600) });
  };
}

/** Gives an instant as day and time of a zone: "10 Mar 2026, 10:00". */
export function useMoment(timeZone?: string): (instant: string) => string {
  const format = useFormatter();
  return (instant) =>
    format.dateTime(new Date(instant), {
      day: "numeric",
      month: "short",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      ...(timeZone ? { timeZone } : {}),
    });
}
