/** What stands where something was masked; it says what without a language, and screens word it in theirs. */
export const marks = {
  phone: "[☎ •••]",
  email: "[@ •••]",
  card: "[▭ •••]",
  iban: "[IBAN •••]",
} as const;

export type MaskKind = keyof typeof marks;
export type MarkedPart = { kind: MaskKind; text: string } | { kind: null; text: string };

const MARK = /\[(?:☎|@|▭|IBAN) •••\]/gu;
const kindOf = new Map(Object.entries(marks).map(([kind, mark]) => [mark as string, kind as MaskKind]));

/** Parts a masked text at its marks; the parts joined are the text. */
export function splitMarks(text: string): MarkedPart[] {
  const parts: MarkedPart[] = [];
  let from = 0;
  for (const match of text.matchAll(MARK)) {
    if (match.index > from) parts.push({ kind: null, text: text.slice(from, match.index) });
    parts.push({ kind: kindOf.get(match[0]) ?? null, text: match[0] });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ kind: null, text: text.slice(from) });
  return parts;
}

/** A masked text with its marks in a reader's words. */
export function wordMarks(text: string, words: (kind: MaskKind) => string): string {
  return splitMarks(text)
    .map((part) => (part.kind ? words(part.kind) : part.text))
    .join("");
}

/** Where in a text something stands that an expert must not learn; `end` is past it. */
export type Found = { kind: MaskKind; start: number; end: number };
