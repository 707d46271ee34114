/** A seeded brand, by its number; every id and token of its people follows from it. */
export type SeededBrand = { number: number; slug: string };

const KINDS = {
  brand: "b0",
  site: "b1",
  topic: "b2",
  user: "c0",
  member: "c1",
  visitor: "d0",
  question: "d1",
  chat: "d2",
  segment: "d3",
} as const;
type Kind = keyof typeof KINDS;

const prefix = (kind: Kind, brand: number) => `${KINDS[kind]}${brand.toString(16).padStart(4, "0")}`;

/** The id of the n-th of its kind in a brand. */
export function idOf(kind: Kind, brand: number, n = 0): string {
  return prefix(kind, brand) + n.toString(16).padStart(26, "0");
}

/** The same in SQL, for the number that `n` computes. */
export function idSql(kind: Kind, brand: number, n = "i"): string {
  return `'${prefix(kind, brand)}' || lpad(to_hex(${n}), 26, '0')`;
}

/** The token that the n-th visitor's browser holds. */
export function visitorToken(brand: number, n: number): string {
  return `bench-visitor-of-brand-${brand}-${n}`;
}

/** The session token that the n-th member's browser holds. */
export function sessionToken(brand: number, n: number): string {
  return `bench-session-of-brand-${brand}-${n}`;
}
