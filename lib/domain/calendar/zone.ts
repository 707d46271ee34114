/** What a clock on the wall shows, in the calendar of ISO 8601. `month` counts from 1. */
export type WallTime = { year: number; month: number; day: number; hour: number; minute: number };

const formats = new Map<string, Intl.DateTimeFormat>();

function format(timeZone: string): Intl.DateTimeFormat {
  let known = formats.get(timeZone);
  if (!known) {
    known = new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "iso8601",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(timeZone, known);
  }
  return known;
}

/** What the wall clock of an IANA time zone shows at an instant. Throws RangeError for an unknown zone. */
export function wallTime(at: Date, timeZone: string): WallTime {
  const shown = Object.fromEntries(
    format(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = shown;
  return { year, month, day, hour, minute };
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** The wall time as if it were UTC, in milliseconds; days past the month's end run on into the next. */
function asUtc({ year, month, day, hour, minute }: WallTime): number {
  return Date.UTC(year, month - 1, day, hour, minute);
}

/** How far the zone's wall clock is ahead of UTC, to the minute. */
function offsetMs(at: number, timeZone: string): number {
  return asUtc(wallTime(new Date(at), timeZone)) - Math.floor(at / minuteMs) * minuteMs;
}

/**
 * The instant at which the zone's wall clock shows a time. Where it shows it twice (clocks go back), the first; where it
 * never does (clocks go forward), the time is moved on by what was skipped, as Temporal's "compatible" does.
 */
export function instantOf(wall: WallTime, timeZone: string): Date {
  const wanted = asUtc(wall);
  const before = offsetMs(wanted - dayMs, timeZone);
  const after = offsetMs(wanted + dayMs, timeZone);
  const fits = [wanted - before, wanted - after].filter((at) => offsetMs(at, timeZone) === wanted - at);
  return new Date(fits.length > 0 ? Math.min(...fits) : wanted - before);
}

/** The first instant of the day that the zone's calendar shows at `now`. */
export function startOfDay(now: Date, timeZone: string): Date {
  return instantOf({ ...wallTime(now, timeZone), hour: 0, minute: 0 }, timeZone);
}
