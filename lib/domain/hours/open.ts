import { wallTime } from "@/lib/domain/calendar/zone";
import type { HelperKind } from "@/lib/domain/member/role";
import { firstInstant } from "./first-instant";
import { addDays, type Hours, hoursKinds, type OpenRange, rangesOn } from "./hours";

/** Days ahead in which a change is looked for: exceptions on 29 February come every eight years at the latest. */
const mostDays = 8 * 366 + 8;

type Span = { start: number; end: number };

function dateOf(at: Date, timeZone: string): string {
  const { year, month, day } = wallTime(at, timeZone);
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** A day's ranges as instants, by the brand's clocks of that day. */
function spansOn(hours: Hours, kind: HelperKind, date: string, timeZone: string): Span[] {
  return rangesOn(hours, kind, date).map(({ from, to }) => ({
    start: firstInstant(date, from, timeZone),
    end: firstInstant(to > from ? date : addDays(date, 1), to, timeZone),
  }));
}

/**
 * Whether a kind of helpers is open at an instant. A range lasts from the first moment at which the brand's clocks show its
 * beginning (or have passed over it) to the first at which they show its end, so that no hour of changing clocks opens or
 * closes twice.
 */
export function isOpenAt(hours: Hours, kind: HelperKind, at: Date, timeZone: string): boolean {
  if (!hours[kind] && !hours.exceptions?.length) return true;
  const today = dateOf(at, timeZone);
  const time = at.getTime();
  // Tomorrow too: clocks that go back over midnight show yesterday again after today has begun.
  return [-1, 0, 1].some((days) =>
    spansOn(hours, kind, addDays(today, days), timeZone).some(
      ({ start, end }) => start <= time && time < end,
    ),
  );
}

const isWhole = (ranges: readonly OpenRange[]) =>
  ranges.some(({ from, to }) => from === "00:00" && to === "00:00");

/** When a kind next opens or closes after `at`; null when it never does. */
export function nextChangeOf(hours: Hours, kind: HelperKind, at: Date, timeZone: string): Date | null {
  if (!hours[kind] && !hours.exceptions?.length) return null;
  const isOpen = isOpenAt(hours, kind, at, timeZone);
  const first = addDays(dateOf(at, timeZone), -1);
  const stays = (date: string) => {
    const ranges = rangesOn(hours, kind, date);
    return isOpen ? isWhole(ranges) : ranges.length === 0;
  };
  for (let count = 0; count < mostDays; count += 1) {
    const date = addDays(first, count);
    // Nothing begins or ends on a day like those around it, which most days ahead are.
    if (count > 2 && stays(addDays(date, -1)) && stays(date)) continue;
    const next = addDays(date, 1);
    const dayEnd = firstInstant(next, "00:00", timeZone);
    const edges = [addDays(date, -1), date]
      .flatMap((day) => spansOn(hours, kind, day, timeZone))
      .flatMap(({ start, end }) => [start, end])
      .filter((edge) => edge > at.getTime() && edge <= dayEnd)
      .sort((one, other) => one - other);
    const change = edges.find((edge) => isOpenAt(hours, kind, new Date(edge), timeZone) !== isOpen);
    if (change !== undefined) return new Date(change);
  }
  return null;
}

/** When owners or staff next open or close after `at`; null when neither ever does. */
export function nextChange(hours: Hours, at: Date, timeZone: string): Date | null {
  const changes = hoursKinds.flatMap(
    (kind) => nextChangeOf(hours, kind, at, timeZone)?.getTime() ?? ([] as number[]),
  );
  return changes.length === 0 ? null : new Date(Math.min(...changes));
}

/** When a kind is open next: `at` itself while it is; null when it never opens. */
export function nextOpening(hours: Hours, kind: HelperKind, at: Date, timeZone: string): Date | null {
  return isOpenAt(hours, kind, at, timeZone) ? at : nextChangeOf(hours, kind, at, timeZone);
}
