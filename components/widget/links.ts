export type Piece = { text: string; href?: string };

/** No control, format or private sign is part of an address: some turn what is read around. */
const LINK = /\bhttps?:\/\/[^\s\p{C}<>"'`«»]+/giu;
/** Signs that end a sentence rather than an address; a closing bracket stays when it was opened inside. */
const TRAILING = /[.,;:!?…'"\]}»]+$/u;

/** Cuts a text into words and web addresses. Only http and https become links; everything else stays text. */
export function findLinks(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    let address = match[0].replace(TRAILING, "");
    while (address.endsWith(")") && count(address, ")") > count(address, "("))
      address = address.slice(0, -1).replace(TRAILING, "");
    if (!isAddress(address)) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
    pieces.push({ text: address, href: address });
    from = match.index + address.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

/** An address that may be followed: http and https alone, whatever its case; null for every other text. */
export function webAddress(text: string | null | undefined): string | null {
  return text && isAddress(text) ? text : null;
}

function isAddress(address: string): boolean {
  try {
    const { protocol, hostname } = new URL(address);
    return (protocol === "http:" || protocol === "https:") && hostname !== "";
  } catch {
    return false;
  }
}

const count = (text: string, sign: string) => text.split(sign).length - 1;
