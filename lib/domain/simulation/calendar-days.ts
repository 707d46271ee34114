import { instantOf, wallTime } from "@/lib/domain/calendar/zone";

/** The last days of a zone's calendar up to an instant, that of the instant included: their names (2026-03-10) and beginnings. */
export function lastDays(until: Date, count: number, timeZone: string): { day: string; from: Date }[] {
  const { year, month, day } = wallTime(until, timeZone);
  return Array.from({ length: count }, (_, index) => {
    const date = new Date(Date.UTC(year, month - 1, day - (count - 1 - index)));
    const wall = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
    return {
      day: date.toISOString().slice(0, 10),
      from: instantOf({ ...wall, hour: 0, minute: 0 }, timeZone),
    };
  });
}

/** How many of these moments (seconds from the first day's beginning) fall on each day. */
export function countByDay(days: readonly { from: Date }[], moments: readonly number[]): number[] {
  const start = days[0]?.from.getTime() ?? 0;
  const begins = days.map(({ from }) => (from.getTime() - start) / 1000);
  return begins.map((begin, index) => {
    const end = begins[index + 1] ?? Number.POSITIVE_INFINITY;
    return moments.filter((at) => at >= begin && at < end).length;
  });
}
