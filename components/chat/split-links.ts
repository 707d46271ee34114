export type TextPart = { text: string; isLink: boolean };

/** Web addresses as people type them; what closes a sentence after one is not part of it. */
const ADDRESS = /https?:\/\/[^\s<>"“”«»]+/giu;
const CLOSING = /[.,;:!?'’)\]}…]+$/u;

/** Parts a text at the web addresses in it; the parts joined are the text. Only http and https become links. */
export function splitLinks(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = trimClosing(match[0]);
    if (!URL.canParse(address)) continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index), isLink: false });
    parts.push({ text: address, isLink: true });
    from = match.index + address.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), isLink: false });
  return parts;
}

/** A closing bracket belongs to the address when the address opened it, as in encyclopaedias. */
function trimClosing(address: string): string {
  const closing = CLOSING.exec(address)?.[0] ?? "";
  const trimmed = address.slice(0, address.length - closing.length);
  return trimmed.includes("(") && closing.startsWith(")") ? `${trimmed})` : trimmed;
}
