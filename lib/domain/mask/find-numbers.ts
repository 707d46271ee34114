import type { Found } from "./marks";

const DIGIT = "0-9０-９٠-٩۰-۹";
/** What stands between the digits of a number: blanks of all widths (none, too), dots, dashes, strokes, brackets. */
const BETWEEN = " \\t\\u00a0\\u2000-\\u200d\\u202f\\u2060\\ufeff.,\\-\\u2010-\\u2015/()_·";
const RUN = new RegExp(`[${DIGIT}](?:[${BETWEEN}]{0,3}[${DIGIT}])*`, "gu");
const GROUP = new RegExp(`[${DIGIT}]+`, "gu");
/** After these a number is an amount, not a telephone. */
const AMOUNT = /^[ \u00a0\u202f]?(?:€|\$|£|%|eur|euros?|chf|usd|km|kg|wh|kwh|mah|mm|cm)(?!\p{L})/iu;
/** Glued to these a number is a reference: "#0612345678", "CMD0612345678". A word for telephone is none. */
const REFERENCE = /(?:[#№°]|\p{L}[-_]?)$/u;
const TELEPHONE = /(?:t[ée]l|tel|phone|mob|mobile|portable|num|fax|whatsapp)$/iu;

type Group = { digits: string; start: number; end: number };

/** Card and telephone numbers, in order. In linear time: none is longer than 19 digits. */
export function findNumbers(text: string): Found[] {
  return [...text.matchAll(RUN)].flatMap((run) => findIn(text, groupsOf(run[0], run.index)));
}

function groupsOf(run: string, offset: number): Group[] {
  return [...run.matchAll(GROUP)].map((match) => ({
    digits: plainDigits(match[0]),
    start: offset + match.index,
    end: offset + match.index + match[0].length,
  }));
}

/** The same digits as 0 to 9. Their blocks begin at a multiple of ten, counted from each zero. */
function plainDigits(text: string): string {
  return [...text]
    .map((digit) => {
      const code = digit.charCodeAt(0);
      const zero = [0xff10, 0x0660, 0x06f0, 0x30].find((first) => code >= first && code <= first + 9);
      return String(code - (zero ?? 0x30));
    })
    .join("");
}

function findIn(text: string, groups: readonly Group[]): Found[] {
  const found: Found[] = [];
  for (let i = 0; i < groups.length; ) {
    const date = dateAt(text, groups, i);
    const size = date > 0 ? 0 : cardAt(text, groups, i) || phoneAt(text, groups, i);
    if (size > 0) {
      const kind = cardAt(text, groups, i) > 0 ? ("card" as const) : ("phone" as const);
      const start = startOf(text, groups[i]?.start ?? 0);
      found.push({ kind, start, end: groups[i + size - 1]?.end ?? start });
    }
    i += Math.max(1, size, date);
  }
  return found;
}

/** A plus and an opening bracket before a number are part of it. */
function startOf(text: string, start: number): number {
  let at = start;
  if (text[at - 1] === "(") at -= 1;
  if (/[+＋]/.test(text[at - 1] ?? "")) at -= 1;
  return text[at - 1] === "(" && text[at] !== "(" ? at - 1 : at;
}

/** How many groups from `i` on are a date with its year in full: three, or none. */
function dateAt(text: string, groups: readonly Group[], i: number): number {
  const [a, b, c] = groups.slice(i, i + 3);
  if (!a || !b || !c) return 0;
  const isUniform = text.slice(a.end, b.start) === text.slice(b.end, c.start) && b.start - a.end === 1;
  const isYear = (group: Group) => /^(?:19|20)\d\d$/.test(group.digits);
  const isUpTo = (group: Group, most: number) => group.digits.length <= 2 && Number(group.digits) <= most;
  const isForward = isUpTo(a, 31) && isUpTo(b, 31) && isYear(c);
  const isIso = isYear(a) && isUpTo(b, 12) && isUpTo(c, 31) && /^[-/.]$/.test(text.slice(a.end, b.start));
  return isUniform && (isForward || isIso) ? 3 : 0;
}

/** How many groups from `i` on are a card's number: 13 to 19 digits with right check digit, one kind of blank or dash. */
function cardAt(text: string, groups: readonly Group[], i: number): number {
  let digits = "";
  let best = 0;
  const separator = groups[i + 1] ? text.slice(groups[i]?.end, groups[i + 1]?.start) : "";
  for (let n = 0; i + n < groups.length; n++) {
    const group = groups[i + n];
    const before = groups[i + n - 1];
    if (!group || (n > 0 && before && text.slice(before.end, group.start) !== separator)) break;
    digits += group.digits;
    if (digits.length > 19) break;
    if (digits.length >= 13 && !/[,/]/.test(n > 0 ? separator : "") && passesLuhn(digits)) best = n + 1;
  }
  return best;
}

/** ISO/IEC 7812: every second digit from the right counts double. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** How many groups from `i` on are a telephone number; 0 when they are none. */
function phoneAt(text: string, groups: readonly Group[], i: number): number {
  const first = groups[i];
  if (!first) return 0;
  const start = startOf(text, first.start);
  const before = text.slice(Math.max(0, start - 12), start);
  if (REFERENCE.test(before) && !TELEPHONE.test(before)) return 0;
  const isInternational = /[+＋]/.test(text.slice(start, first.start));
  let digits = "";
  const sizes: number[] = [];
  let best = 0;
  for (let n = i; n < groups.length && digits.length < 17; n++) {
    const group = groups[n];
    if (!group) break;
    digits += group.digits;
    sizes.push(group.digits.length);
    if (isPhone(digits, sizes, isInternational) && !AMOUNT.test(text.slice(group.end, group.end + 8))) {
      best = sizes.length;
      // A French number is whole at ten digits: what follows is something else.
      if (!isInternational && digits.length === 10) break;
    }
  }
  return best;
}

function isPhone(digits: string, sizes: readonly number[], isInternational: boolean): boolean {
  const { length } = digits;
  const isAlone = sizes.length === 1;
  if (isInternational) return length >= 8 && length <= 16;
  if (/^00[1-9]/.test(digits)) return length >= 10 && length <= 17;
  if (/^0[1-9]/.test(digits)) return isAlone ? length === 10 || length === 11 : length >= 9 && length <= 12;
  if (/^33[1-9]/.test(digits) && length === 11) return sizes.length > 2 || /^33[67]/.test(digits);
  return sizes.join() === "3,3,4";
}
