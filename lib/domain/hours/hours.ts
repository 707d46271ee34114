import type { HelperKind } from "@/lib/domain/member/role";

/** From a time of day to another, as 09:00. One that ends no later than it begins runs past midnight. */
export type OpenRange = { from: string; to: string };
/** The ranges of Monday to Sunday. */
export type Week = readonly (readonly OpenRange[])[];

/** Days on which other ranges hold than those of the week; none at all is closed. */
export type HoursException = {
  /** The first and the last day, as 2026-12-24; `to` is left out for one day alone. */
  from: string;
  to?: string;
  /** Every year again, whatever the year of its days. */
  yearly?: boolean;
  who: "all" | HelperKind;
  ranges: readonly OpenRange[];
  name?: string;
};

/** When owners and staff answer. A kind without a week is always open, but for exceptions; `{}` is always open. */
export type Hours = {
  owner?: Week | null;
  staff?: Week | null;
  exceptions?: readonly HoursException[];
};

export const hoursKinds = ["owner", "staff"] as const satisfies readonly HelperKind[];

/** From midnight to midnight. */
export const wholeDay: OpenRange = { from: "00:00", to: "00:00" };

const dayMs = 86_400_000;

/** A day of the calendar, `count` days after another; both as 2026-12-24. */
export function addDays(date: string, count: number): string {
  return new Date(Date.parse(date) + count * dayMs).toISOString().slice(0, 10);
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(date: string): number {
  return (new Date(Date.parse(date)).getUTCDay() + 6) % 7;
}

/** Whether an exception is about a day. One of every year that ends before it begins runs past New Year. */
export function holdsOn(exception: Pick<HoursException, "from" | "to" | "yearly">, date: string): boolean {
  const part = (day: string) => (exception.yearly ? day.slice(5) : day);
  const [from, to, day] = [part(exception.from), part(exception.to ?? exception.from), part(date)];
  return from <= to ? from <= day && day <= to : day >= from || day <= to;
}

/** How exact an exception is: one of this very year before one of every year, one kind before both. */
const exactness = ({ yearly, who }: HoursException) => (yearly ? 0 : 2) + (who === "all" ? 0 : 1);

/** The exception that holds for a kind on a day: the most exact one, and of those the last. */
function exceptionOn(hours: Hours, kind: HelperKind, date: string): HoursException | null {
  let found: HoursException | null = null;
  for (const exception of hours.exceptions ?? []) {
    if (exception.who !== "all" && exception.who !== kind) continue;
    if (!holdsOn(exception, date)) continue;
    if (!found || exactness(exception) >= exactness(found)) found = exception;
  }
  return found;
}

/** The ranges that begin on a day. What runs past midnight belongs to the day on which it begins. */
export function rangesOn(hours: Hours, kind: HelperKind, date: string): readonly OpenRange[] {
  const exception = exceptionOn(hours, kind, date);
  if (exception) return exception.ranges;
  const week = hours[kind];
  return week ? (week[weekdayOf(date)] ?? []) : [wholeDay];
}
