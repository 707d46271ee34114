import type { Found } from "./marks";

/** An at sign as it is, in full width, or as people write it who know that it is looked for. */
const AT = /(?<plain>[@＠])|[([{] ?(?:at|arobase|arobas) ?[)\]}]| arobase /giu;
const LOCAL = /[\p{L}\p{N}._%+'-]/u;
const DOMAIN = /[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/uy;
const DISGUISED_DOMAIN =
  /[\p{L}\p{N}-]+(?:(?:\.| ?[([{] ?(?:dot|point) ?[)\]}] ?| (?:dot|point) )[\p{L}\p{N}-]+)*/giuy;
/** Providers whose ending people leave out. */
const PROVIDER = /^(?:gmail|hotmail|outlook|yahoo|icloud|proton|protonmail|orange|wanadoo|laposte)$/iu;

/** E-mail addresses in a text, in order. In linear time: what is left and right of a sign ends at the next one. */
export function findEmails(text: string): Found[] {
  const found: Found[] = [];
  let least = 0;
  for (const match of text.matchAll(AT)) {
    const isPlain = match.groups?.plain !== undefined;
    let localEnd = match.index;
    if (localEnd > least && text[localEnd - 1] === " ") localEnd -= 1;
    let start = localEnd;
    while (start > least && LOCAL.test(text[start - 1] ?? "")) start -= 1;
    let domainStart = match.index + match[0].length;
    if (text[domainStart] === " ") domainStart += 1;
    const pattern = isPlain ? DOMAIN : DISGUISED_DOMAIN;
    pattern.lastIndex = domainStart;
    const domain = pattern.exec(text)?.[0] ?? "";
    least = match.index + match[0].length;
    if (start === localEnd || !isDomain(domain)) continue;
    const end = domainStart + domain.length;
    found.push({ kind: "email", start, end });
    least = end;
  }
  return found;
}

function isDomain(domain: string): boolean {
  const [first = "", ...rest] = domain.split(/\.| ?[([{] ?(?:dot|point) ?[)\]}] ?| (?:dot|point) /iu);
  return rest.length === 0
    ? PROVIDER.test(first)
    : rest.some((label) => /^\p{L}[\p{L}\p{N}-]+$/u.test(label));
}
