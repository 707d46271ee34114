import { addDays, type Hours, type HoursException, holdsOn, hoursKinds, type OpenRange } from "./hours";

export const mostRanges = 6;
export const mostExceptions = 100;

/**
 * What is wrong with hours, and where: `owner.2` is the Wednesday of owners, `exceptions.4` the fifth exception.
 * `same`: a range begins and ends at the same time, which only midnight may; `overlap`: two ranges of a day, or of a night
 * and the day after, share time; `backwards`: the last day comes before the first; `twice`: another exception says
 * something else of one of its days, for the same people; `missing`: a time or a day is not written yet.
 */
type HoursProblem = {
  path: string;
  problem: "missing" | "same" | "overlap" | "backwards" | "twice";
};

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const dayMinutes = 24 * 60;

/** A range as minutes of its day; one past midnight ends after 1440. */
function span({ from, to }: OpenRange): [number, number] {
  return [minutes(from), minutes(to) + (to > from ? 0 : dayMinutes)];
}

const isSame = ({ from, to }: OpenRange) => from === to && from !== "00:00";

/** Whether some of these ranges of one day share time with each other. */
function overlaps(ranges: readonly OpenRange[]): boolean {
  const spans = ranges.map(span).sort(([one], [other]) => one - other);
  return spans.some(([start], index) => index > 0 && start < (spans[index - 1]?.[1] ?? 0));
}

/** Whether the night of one day runs into the ranges of the next. */
function runsInto(day: readonly OpenRange[], next: readonly OpenRange[]): boolean {
  const until = Math.max(0, ...day.map((range) => span(range)[1] - dayMinutes));
  return next.some(({ from }) => minutes(from) < until);
}

function dayProblem(ranges: readonly OpenRange[]): "missing" | "same" | "overlap" | null {
  if (ranges.some(({ from, to }) => from === "" || to === "")) return "missing";
  if (ranges.some(isSame)) return "same";
  return overlaps(ranges) ? "overlap" : null;
}

function isTwice(one: HoursException, other: HoursException): boolean {
  if (one.who !== other.who || Boolean(one.yearly) !== Boolean(other.yearly)) return false;
  // Two runs of days meet where the beginning of one lies in the other.
  return holdsOn(one, other.from) || holdsOn(other, one.from);
}

/** Every problem of hours, those of the week first. None means that they can be saved. */
export function hoursProblems(hours: Hours): HoursProblem[] {
  const found: HoursProblem[] = [];
  for (const kind of hoursKinds) {
    const week = hours[kind] ?? [];
    week.forEach((ranges, day) => {
      const before = week[(day + 6) % 7] ?? [];
      const problem = dayProblem(ranges) ?? (runsInto(before, ranges) ? "overlap" : null);
      if (problem) found.push({ path: `${kind}.${day}`, problem });
    });
  }
  const exceptions = hours.exceptions ?? [];
  exceptions.forEach((exception, index) => {
    const { from, to, yearly, ranges } = exception;
    if (from === "") {
      found.push({ path: `exceptions.${index}`, problem: "missing" });
      return;
    }
    const isBackwards = to !== undefined && (yearly ? to > addDays(from, 364) || to < from : to < from);
    const problem = isBackwards
      ? "backwards"
      : (dayProblem(ranges) ??
        (exceptions.slice(0, index).some((earlier) => earlier.from !== "" && isTwice(earlier, exception))
          ? "twice"
          : null));
    if (problem) found.push({ path: `exceptions.${index}`, problem });
  });
  return found;
}
