import { instantOf, type WallTime, wallTime } from "@/lib/domain/calendar/zone";

const minuteMs = 60_000;
const mostKept = 5_000;
const kept = new Map<string, number>();

const asUtc = ({ year, month, day, hour, minute }: WallTime) => Date.UTC(year, month - 1, day, hour, minute);

/**
 * The first instant at which a zone's wall clock shows a time or a later one, in milliseconds. Where clocks go forward over
 * it that is the moment of their change; where they show it twice, the first time. So a later time never comes earlier.
 * @param date a day as 2026-12-24
 * @param time as 09:00
 */
export function firstInstant(date: string, time: string, timeZone: string): number {
  const key = `${timeZone} ${date} ${time}`;
  let at = kept.get(key);
  if (at === undefined) {
    at = find(date, time, timeZone);
    // The same few days are asked for again and again.
    if (kept.size >= mostKept) kept.clear();
    kept.set(key, at);
  }
  return at;
}

function find(date: string, time: string, timeZone: string): number {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const wanted = { year, month, day, hour, minute };
  const shows = (at: number) => asUtc(wallTime(new Date(at), timeZone)) - asUtc(wanted);
  let late = instantOf(wanted, timeZone).getTime();
  if (shows(late) === 0) return late;
  // Skipped: `late` lies behind the change by what was left of the gap. Clocks show less before it, and more from it on.
  let early = late - shows(late);
  while (late - early > minuteMs) {
    const middle = early + Math.floor((late - early) / 2 / minuteMs) * minuteMs;
    if (shows(middle) >= 0) late = middle;
    else early = middle;
  }
  return late;
}
