import { instantOf, wallTime } from "@/lib/domain/calendar/zone";

/** Letters go out in a month's first days by the brand's clock, from nine in the morning; later ones are not sent. */
const firstHour = 9;
const lastDay = 3;

/** A month by a brand's clock: `key` as 2026-03, and the instants at which it begins and ends. */
export type LetterMonth = { key: string; from: Date; to: Date };

/** The month that letters are about at an instant, in an IANA time zone; null when none is due. */
export function letterMonth(now: Date, timeZone: string): LetterMonth | null {
  const { year, month, day, hour } = wallTime(now, timeZone);
  if (day > lastDay || (day === 1 && hour < firstHour)) return null;
  const [lastYear, lastMonth] = month === 1 ? [year - 1, 12] : [year, month - 1];
  const start = (y: number, m: number) =>
    instantOf({ year: y, month: m, day: 1, hour: 0, minute: 0 }, timeZone);
  return {
    key: `${lastYear}-${String(lastMonth).padStart(2, "0")}`,
    from: start(lastYear, lastMonth),
    to: start(year, month),
  };
}
