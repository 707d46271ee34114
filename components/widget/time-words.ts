import type { Locale } from "@/lib/domain/locale";

/** "14:32", or "14 h 32" and "10 h" in French. In the reader's own time zone unless one is named. */
export function timeOfDay(at: Date, locale: Locale, timeZone?: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
  }).formatToParts(at);
  const hour = parts.find(({ type }) => type === "hour")?.value ?? "";
  const minute = parts.find(({ type }) => type === "minute")?.value ?? "";
  if (locale === "en") return `${hour}:${minute}`;
  return minute === "00" ? `${Number(hour)}\u00a0h` : `${Number(hour)}\u00a0h\u00a0${minute}`;
}

export type DayName = { kind: "today" | "tomorrow" | "yesterday" } | { kind: "day"; name: string };

/** The day of an instant as people say it: today, tomorrow, Monday, or 3 March when more than six days away. */
export function dayName(at: Date, now: Date, locale: Locale, timeZone?: string): DayName {
  const days = dayNumber(at, timeZone) - dayNumber(now, timeZone);
  if (days === 0) return { kind: "today" };
  if (days === 1) return { kind: "tomorrow" };
  if (days === -1) return { kind: "yesterday" };
  const isNear = Math.abs(days) < 7;
  const options: Intl.DateTimeFormatOptions = isNear
    ? { weekday: "long" }
    : { day: "numeric", month: "long" };
  return {
    kind: "day",
    name: new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, { ...options, timeZone }).format(at),
  };
}

/** Days since 1970 of the calendar day that the instant falls on. */
function dayNumber(at: Date, timeZone?: string): number {
  const [year, month, day] = new Intl.DateTimeFormat("en-CA", { timeZone }).format(at).split("-").map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day) / 86_400_000;
}
