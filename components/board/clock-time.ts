/** A span as a clock shows it: 9:40, 1:02:03. `seconds` of at least 0. */
export function clockTime(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (part: number) => String(part).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const rest = two(whole % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}

export type DayPart = "early" | "morning" | "afternoon" | "evening";

/** The part of the day that an hour (0 to 23) of the wall clock belongs to. */
export function dayPart(hour: number): DayPart {
  if (hour < 5) return "early";
  if (hour < 12) return "morning";
  return hour < 18 ? "afternoon" : "evening";
}
