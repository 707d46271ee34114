import { addDays, type HoursException } from "./hours";

/**
 * Easter Sunday of a year of the Gregorian calendar, as 2026-04-05: the anonymous computus of Meeus, Astronomical
 * Algorithms, chapter 8.
 */
export function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * correction + 114;
  return new Date(Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1)).toISOString().slice(0, 10);
}

/** Holidays of the same day every year, and those counted from Easter Sunday (Code du travail, article L3133-1). */
const fixed = {
  newYear: "01-01",
  labour: "05-01",
  victory: "05-08",
  national: "07-14",
  assumption: "08-15",
  allSaints: "11-01",
  armistice: "11-11",
  christmas: "12-25",
} as const;
const fromEaster = { easterMonday: 1, ascension: 39, whitMonday: 50 } as const;

type PublicHoliday = keyof typeof fixed | keyof typeof fromEaster;

/**
 * The public holidays of France as closed days for everybody: the fixed ones every year, the movable ones of this year and
 * the next that are still to come.
 * @param today as 2026-11-22
 */
export function publicHolidaysOfFrance(
  today: string,
  name: (holiday: PublicHoliday) => string,
): HoursException[] {
  const year = Number(today.slice(0, 4));
  const closed = (holiday: PublicHoliday, from: string) => ({
    from,
    who: "all" as const,
    ranges: [],
    name: name(holiday),
  });
  const everyYear = Object.entries(fixed).map(([holiday, day]) => ({
    ...closed(holiday as keyof typeof fixed, `${year}-${day}`),
    yearly: true,
  }));
  const movable = [year, year + 1].flatMap((each) =>
    Object.entries(fromEaster).map(([holiday, days]) =>
      closed(holiday as keyof typeof fromEaster, addDays(easterSunday(each), days)),
    ),
  );
  return [...everyYear, ...movable.filter(({ from }) => from >= today)];
}
