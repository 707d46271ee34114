import type { Found } from "./marks";

/** How long an account number is in each country (ISO 13616), where people of our brands live or send money to. */
const lengths: Readonly<Record<string, number>> = {
  AD: 24,
  AT: 20,
  BE: 16,
  BG: 22,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GI: 23,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IS: 26,
  IT: 27,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MA: 28,
  MC: 27,
  MT: 31,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  TN: 24,
  TR: 26,
  VA: 22,
};

const START = /(?<![\p{L}\p{N}])[a-z]{2}\d{2}(?:[ -\u00a0\u202f]?[a-z0-9]){11,30}/giu;

/** Account numbers whose length and check digits are right, in order. */
export function findIbans(text: string): Found[] {
  return [...text.matchAll(START)].flatMap((match) => {
    const size = lengths[match[0].slice(0, 2).toUpperCase()];
    const end = size && endOf(match[0], size);
    if (!end || !isChecked(match[0].slice(0, end))) return [];
    return [{ kind: "iban" as const, start: match.index, end: match.index + end }];
  });
}

/** Where so many letters and digits end. */
function endOf(text: string, size: number): number | undefined {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    if (/[a-z0-9]/i.test(text[i] ?? "")) count += 1;
    if (count === size) return i + 1;
  }
  return undefined;
}

/** ISO 7064, mod 97-10: letters count from 10, the first four characters go last. */
function isChecked(iban: string): boolean {
  const plain = iban.replace(/[^a-z0-9]/gi, "").toUpperCase();
  let rest = 0;
  for (const character of plain.slice(4) + plain.slice(0, 4)) {
    for (const digit of String(Number.parseInt(character, 36))) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}
