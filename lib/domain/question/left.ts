import { instantOf, wallTime } from "@/lib/domain/calendar/zone";
import { addDays, type Hours, rangesOn } from "@/lib/domain/hours/hours";

/** The staff has an hour for left questions on a day on which they begin later than the answer's usual hour. */
const hoursAfterOpening = 1;
const mostDays = 366;

/**
 * By when a question left at `now` is answered: `hour` o'clock on the next day of the brand's calendar, whatever its
 * clocks do that night. With opening hours it is the next day on which the staff is open, an hour after they begin where
 * that is later. Where the staff is never open the hours say nothing.
 */
export function leftAnswerBy({
  now,
  timeZone,
  hour,
  hours = {},
}: {
  now: Date;
  timeZone: string;
  hour: number;
  hours?: Hours;
}): Date {
  const { year, month, day } = wallTime(now, timeZone);
  const today = new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
  for (let days = 1; days <= mostDays; days += 1) {
    const ranges = rangesOn(hours, "staff", addDays(today, days));
    const opens = ranges.map(({ from }) => minutesOf(from)).sort((one, other) => one - other)[0];
    if (opens === undefined) continue;
    const minutes = opens < hour * 60 ? hour * 60 : opens + hoursAfterOpening * 60;
    return instantOf({ year, month, day: day + days, hour: 0, minute: minutes }, timeZone);
  }
  return instantOf({ year, month, day: day + 1, hour, minute: 0 }, timeZone);
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
