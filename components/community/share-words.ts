/** Letters, digits and marks of the font that `next/og` brings along; no symbols, which it takes for emoji. */
const undrawn =
  /[^ -~\u00A0-\u00AC\u00AE-\u0113\u0116-\u012B\u012E-\u0137\u0139-\u013E\u0141-\u0148\u014A-\u014D\u0150-\u017E\u01A0\u01A1\u01AF\u01B0\u0218-\u021B\u0400-\u045F\u1E80-\u1E85\u1E9E\u1EA0-\u1EF9\u2013\u2014\u2018-\u201A\u201C-\u201E\u2020-\u2022\u2026\u2039\u203A\u20AC]/gu;

/**
 * What of somebody's words a shared picture can draw. Whatever else were in them would be looked up at other companies'
 * servers, in an address that holds the words.
 */
export function drawable(words: string): string {
  return words.normalize("NFC").replace(/\s/gu, " ").replace(undrawn, "").replace(/ +/g, " ").trim();
}
