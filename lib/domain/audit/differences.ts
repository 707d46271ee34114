export type Fields = Record<string, unknown>;

/** Whether two values say the same as JSON; the order of an object's keys does not count, that of a list does. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => isSame((one as Fields)[key], (other as Fields)[key]));
}

/** The fields of `change` that differ from what is stored, before and after; null when none does. Undefined ones stay. */
export function differences(stored: Fields, change: Fields): { before: Fields; after: Fields } | null {
  const names = Object.keys(change).filter(
    (name) => change[name] !== undefined && !isSame(stored[name], change[name]),
  );
  if (names.length === 0) return null;
  const pick = (from: Fields) => Object.fromEntries(names.map((name) => [name, from[name] ?? null]));
  return { before: pick(stored), after: pick(change) };
}
