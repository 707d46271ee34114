/** Room for a first name and an initial, in any language. */
export const mostNameLetters = 40;

/**
 * Whether a text can stand for a person before strangers: one line with at least one letter, and nothing by which he
 * could be reached (an address, a link, a row of digits).
 */
export function isDisplayName(text: string): boolean {
  const name = text.trim();
  return (
    name.length > 0 &&
    name.length <= mostNameLetters &&
    /\p{L}/u.test(name) &&
    !/[\p{C}\p{Zl}\p{Zp}@<>]|:\/\/|www\.|\d{5}/u.test(name)
  );
}
