import { addDays } from "@/lib/domain/hours/hours";
import { dayStart } from "./habit";

/** The first and the last day away, as 2026-08-03; without a last one until he says that he is back. */
export type Vacation = { from: string; to: string | null };

/** From when to when somebody is away, by the clocks of his zone. Days that follow one another leave no gap. */
export function vacationSpan({ from, to }: Vacation, timeZone: string): { start: Date; end: Date | null } {
  return {
    start: dayStart(from, timeZone),
    end: to === null ? null : dayStart(addDays(to, 1), timeZone),
  };
}

/** Where an instant lies: before a vacation, in it, or after its end. */
export function vacationState(vacation: Vacation, at: Date, timeZone: string): "ahead" | "on" | "over" {
  const { start, end } = vacationSpan(vacation, timeZone);
  if (at < start) return "ahead";
  return end !== null && at >= end ? "over" : "on";
}
