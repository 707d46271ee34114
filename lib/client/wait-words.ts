export type Wait = { unit: "seconds" | "minutes" | "hours"; count: number };

/** A wait as a person says it: seconds up to 90, minutes up to 90, then hours; rounded up. */
export function waitOf(seconds: number): Wait {
  if (seconds <= 90) return { unit: "seconds", count: Math.max(1, Math.ceil(seconds)) };
  if (seconds <= 90 * 60) return { unit: "minutes", count: Math.ceil(seconds / 60) };
  return { unit: "hours", count: Math.ceil(seconds / 3_600) };
}
