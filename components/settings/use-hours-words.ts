import { useFormatter, useTranslations } from "use-intl";
import { wallTime } from "@/lib/domain/calendar/zone";
import type { HoursException, OpenRange, Week } from "@/lib/domain/hours/hours";

const aMonday = Date.UTC(2024, 0, 1);
const dayMs = 86_400_000;

/** How opening hours are said. */
export function useHoursWords() {
  const t = useTranslations("settings.hours");
  const format = useFormatter();
  const weekday = (day: number, width: "long" | "short" = "short") =>
    format.dateTime(new Date(aMonday + day * dayMs), { weekday: width, timeZone: "UTC" });
  const date = (day: string, yearly?: boolean) =>
    format.dateTime(new Date(`${day}T00:00:00Z`), {
      day: "numeric",
      month: "short",
      ...(yearly ? {} : { year: "numeric" }),
      timeZone: "UTC",
    });
  const ranges = (given: readonly OpenRange[]) =>
    given.length === 0
      ? t("closed")
      : given
          .map(({ from, to }) =>
            from === "00:00" && to === "00:00" ? t("allDay") : t("range", { from, to }),
          )
          .join(", ");
  const days = ({ from, to, yearly }: HoursException) => {
    const first = date(from, yearly);
    const whole = to === undefined || to === from ? first : t("days", { from: first, to: date(to, yearly) });
    return yearly ? t("yearlyDays", { days: whole }) : whole;
  };

  /** Days in a row with the same hours are said together: "Mon – Fri 09:00–18:00". */
  function week(given: Week | null): string {
    if (!given) return t("always");
    const runs: { first: number; last: number; text: string }[] = [];
    given.forEach((day, index) => {
      const text = ranges(day);
      const run = runs.at(-1);
      if (run?.text === text) run.last = index;
      else runs.push({ first: index, last: index, text });
    });
    return runs
      .map(({ first, last, text }) => {
        const names =
          first === last ? weekday(first) : t("days", { from: weekday(first), to: weekday(last) });
        return `${names} ${text}`;
      })
      .join(" · ");
  }

  const exception = (given: HoursException) =>
    [days(given), given.name, t(`who.${given.who}`), ranges(given.ranges)].filter(Boolean).join(", ");

  return {
    weekday,
    ranges,
    days,
    week,
    exceptions: (given: readonly HoursException[]) => given.map(exception).join(" · "),
    /** The day that the calendar of a zone shows, as 2026-12-24. */
    dayOf(at: Date, timeZone: string): string {
      const { year, month, day } = wallTime(at, timeZone);
      return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
    },
  };
}
