/** First words of the product's own addresses: a brand of that name could not be reached. */
const taken = new Set([
  "a",
  "api",
  "community",
  "demo",
  "health",
  "help",
  "icon",
  "invitation",
  "lasting",
  "new",
  "outbox",
  "panel",
  "profile",
  "promises",
  "setup",
  "sign-in",
  "sign-out",
  "widget",
]);

/** Whether the word is one of the product's own and cannot be a brand's address. */
export function isReservedSlug(slug: string): boolean {
  return taken.has(slug);
}

/**
 * The part of an address made from a name: "Vélo & Cie" becomes "velo-cie". Lower case letters, digits and single dashes,
 * at most `most` characters; empty when the name has no letter or digit that ASCII knows.
 */
export function slugOf(name: string, most = 40): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/ß/g, "ss")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+/, "")
    .slice(0, most)
    .replace(/-+$/, "");
}
