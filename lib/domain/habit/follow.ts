import type { Week } from "@/lib/domain/hours/hours";
import { nextHabit } from "./habit";
import { type Vacation, vacationSpan } from "./vacation";

/** What of a member changes by time alone. */
export type Followed = {
  timeZone: string;
  habits: Week;
  vacation: Vacation | null;
  restsUntil: Date | null;
};

/**
 * The next moment after `now` at which something of a member changes by itself: a rest ends, a usual hour begins, a
 * vacation begins or ends. Null when nothing ever does.
 */
export function nextFollow({ timeZone, habits, vacation, restsUntil }: Followed, now: Date): Date | null {
  const span = vacation && vacationSpan(vacation, timeZone);
  const ahead = [restsUntil, nextHabit(habits, now, timeZone), span?.start ?? null, span?.end ?? null]
    .filter((at): at is Date => at !== null && at > now)
    .map((at) => at.getTime());
  return ahead.length === 0 ? null : new Date(Math.min(...ahead));
}
