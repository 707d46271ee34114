/** A part of a text; `isFound` ones are the words that were searched for. */
export type Piece = { text: string; isFound: boolean };

/** Between these the database puts the words that it found. No text that is marked may hold them. */
export const foundFrom = "\u0002";
export const foundTo = "\u0003";

/** Blank in the plain form: the marks' own signs, and those with which the database would see tags and leave them out. */
export const blanked = `${foundFrom}${foundTo}<>`;

/** As `plain_words` in the database reads one sign. */
function plainSign(sign: string): string {
  return sign
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae");
}

/** A marked text without its marks, and for each of its signs whether it lay between two. */
function unmark(marked: string): { plain: string; found: boolean[] } {
  const found: boolean[] = [];
  let plain = "";
  let isInside = false;
  for (const unit of marked.split("")) {
    if (unit === foundFrom) isInside = true;
    else if (unit === foundTo) isInside = false;
    else {
      plain += unit;
      found.push(isInside);
    }
  }
  return { plain, found };
}

/**
 * Shows in a text what the database found in the plain form of it (lower case, no accents). `marked` are such forms,
 * with the found words marked; one that is not this text's is left out of account.
 */
export function highlight(text: string, marked: readonly string[]): Piece[] {
  const signs = [...text].map((sign) => ({ sign, plain: blanked.includes(sign) ? " " : plainSign(sign) }));
  const plain = signs.map((each) => each.plain).join("");
  const marks = marked.map(unmark).filter((each) => each.plain === plain);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { sign, plain } of signs) {
    const last = pieces.at(-1);
    // An accent of its own has no plain form and belongs to the sign before it.
    const isFound =
      plain === ""
        ? last?.isFound === true
        : marks.some(({ found }) => found.slice(at, at + plain.length).includes(true));
    at += plain.length;
    if (last?.isFound === isFound) last.text += sign;
    else pieces.push({ text: sign, isFound });
  }
  return pieces;
}

/** The found words with about so many signs around the first of them; the beginning when nothing was found. */
export function excerpt(pieces: readonly Piece[], around = 80): Piece[] {
  const first = pieces.findIndex(({ isFound }) => isFound);
  const before = first > 0 ? (pieces[first - 1]?.text ?? "") : "";
  const start = before.length > around ? `…${before.slice(-around).replace(/^\S*\s/, "")}` : before;
  let left = around * 2;
  const rest: Piece[] = [];
  for (const { text, isFound } of pieces.slice(Math.max(first, 0))) {
    if (left <= 0) break;
    const fits = isFound || text.length <= left;
    rest.push({ text: fits ? text : `${text.slice(0, left).replace(/\s\S*$/, "")}…`, isFound });
    left -= text.length;
  }
  return start === "" ? rest : [{ text: start, isFound: false }, ...rest];
}
