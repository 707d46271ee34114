import { wallTime } from "@/lib/domain/calendar/zone";
import { firstInstant } from "@/lib/domain/hours/first-instant";
import { addDays, type OpenRange, type Week } from "@/lib/domain/hours/hours";
import { isOpenAt, nextChangeOf } from "@/lib/domain/hours/open";

const isEmpty = (week: Week) => week.every((ranges) => ranges.length === 0);

/**
 * Whether an instant lies in a usual hour of helping, by the clocks of a zone, and until when it lasts; null when it does
 * not. A range that never ends (every day, around the clock) is no habit that anybody could be reminded of.
 */
export function habitAt(week: Week, at: Date, timeZone: string): { until: Date } | null {
  if (isEmpty(week) || !isOpenAt({ owner: week }, "owner", at, timeZone)) return null;
  const until = nextChangeOf({ owner: week }, "owner", at, timeZone);
  return until && { until };
}

/** When a usual hour of helping begins next, strictly after an instant; null when none ever does. */
export function nextHabit(week: Week, after: Date, timeZone: string): Date | null {
  if (isEmpty(week)) return null;
  const hours = { owner: week };
  const change = nextChangeOf(hours, "owner", after, timeZone);
  if (!change || isOpenAt(hours, "owner", change, timeZone)) return change;
  return nextChangeOf(hours, "owner", change, timeZone);
}

/** The same range on each day. */
const everyDay = (range: OpenRange): Week => Array.from({ length: 7 }, () => [range]);

/** Until when it is quiet, if an instant lies in somebody's quiet hours by the clocks of his zone; else null. */
export function quietUntil(range: OpenRange | null, at: Date, timeZone: string): Date | null {
  if (!range || range.from === range.to) return null;
  const hours = { owner: everyDay(range) };
  if (!isOpenAt(hours, "owner", at, timeZone)) return null;
  return nextChangeOf(hours, "owner", at, timeZone);
}

/** The day that the calendar of a zone shows, as 2026-12-24. */
export function dayIn(timeZone: string, at: Date): string {
  const { year, month, day } = wallTime(at, timeZone);
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** The first instant of a day in a zone. */
export function dayStart(day: string, timeZone: string): Date {
  return new Date(firstInstant(day, "00:00", timeZone));
}

/** When tomorrow begins by the clocks of a zone: always after `at`. */
export function tomorrow(at: Date, timeZone: string): Date {
  const next = addDays(dayIn(timeZone, at), 1);
  const start = dayStart(next, timeZone);
  // Clocks that go back over midnight show yesterday again after tomorrow has begun.
  return start > at ? start : dayStart(addDays(next, 1), timeZone);
}
