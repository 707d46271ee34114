// The HTML standard's grammar of a valid e-mail address, with at least one dot in the domain.
const ADDRESS =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/i;

/**
 * The one plain e-mail address that a text is, in lower case; null for anything else. Spaces around it are
 * forgiven. Lists, names, angle brackets, quotes, comments, line breaks and letters outside ASCII are refused
 * rather than mended: whoever mends an address may mail somebody else (next-auth: CVE-2022-31127, CVE-2022-35924).
 */
export function plainAddress(text: unknown): string | null {
  if (typeof text !== "string" || text.length > 320) return null;
  const address = text.replace(/^ +| +$/g, "");
  // Checked before lower case, which turns the Kelvin sign into a plain k.
  return address.length <= 254 && ADDRESS.test(address) ? address.toLowerCase() : null;
}
