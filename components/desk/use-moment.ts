import { useFormatter, useLocale } from "use-intl";
import { useClockTime } from "@/components/chat/use-clock-time";

const DAY_MS = 24 * 3_600_000;

/**
 * Gives an instant as people name it: "14:31" on the day of `now`, "tomorrow 10:00" and "yesterday 10:00" beside it,
 * else the day, "21 Nov", with its year when it is another one.
 */
export function useMoment(): (instant: string, now: number) => string {
  const format = useFormatter();
  const locale = useLocale();
  const timeOf = useClockTime();
  return (instant, now) => {
    const then = new Date(instant);
    const dayOf = (date: Date) =>
      format.dateTime(date, { year: "numeric", month: "numeric", day: "numeric" });
    const days = [0, -1, 1].find((count) => dayOf(then) === dayOf(new Date(now + count * DAY_MS)));
    if (days === 0) return timeOf(instant);
    if (days !== undefined) {
      const day = new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(days, "day");
      return `${day} ${timeOf(instant)}`;
    }
    const isSameYear = then.getFullYear() === new Date(now).getFullYear();
    return format.dateTime(then, {
      day: "numeric",
      month: "short",
      ...(isSameYear ? {} : { year: "numeric" }),
    });
  };
}
