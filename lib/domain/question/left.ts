import { instantOf, wallTime } from "@/lib/domain/calendar/zone";

/**
 * By when a question left at `now` is answered: `hour` o'clock on the next day of the brand's calendar, whatever its
 * clocks do that night.
 */
export function leftAnswerBy({ now, timeZone, hour }: { now: Date; timeZone: string; hour: number }): Date {
  const today = wallTime(now, timeZone);
  return instantOf({ ...today, day: today.day + 1, hour, minute: 0 }, timeZone);
}
