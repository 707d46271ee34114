/** How a delay is said: with the time alone, with "tomorrow", with its day, or owned up to. */
export type Due = "today" | "tomorrow" | "day" | "late";

/**
 * How to say by when an answer comes. `answerBy` and `now` in epoch milliseconds; days are those of the reader's time
 * zone, as the dates beside them.
 */
export function dueOf({ answerBy, now, timeZone }: { answerBy: number; now: number; timeZone: string }): Due {
  if (answerBy <= now) return "late";
  const dayOf = (at: number) =>
    new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short", calendar: "iso8601" }).format(at);
  if (dayOf(answerBy) === dayOf(now)) return "today";
  const next = new Date(`${dayOf(now)}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().startsWith(dayOf(answerBy)) ? "tomorrow" : "day";
}
