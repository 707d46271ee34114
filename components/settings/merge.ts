export type Values = Readonly<Record<string, unknown>>;

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** The names of the fields in which two forms differ. */
export function differing<T extends Values>(one: T, other: T): (keyof T & string)[] {
  return Object.keys(one).filter((name) => !isSame(one[name], other[name])) as (keyof T & string)[];
}

/**
 * What somebody typed, brought onto what another has stored meanwhile: fields that he left as they were when he opened the
 * form take the stored value, those he changed stay his.
 */
export function rebase<T extends Values>(opened: T, typed: T, stored: T): T {
  const touched = differing(opened, typed);
  return { ...stored, ...Object.fromEntries(touched.map((name) => [name, typed[name]])) };
}
