// Free of packages: the panel holds this file.

/**
 * The brand's word for an owner as a label beside a name: "a rider" is written with its article, since it follows
 * "Ask"; the label is "rider".
 */
export function bareOwnerWord(word: string): string {
  return word.replace(/^(?:an?|the|une?|le|la|les|des)\s+|^l['’]/iu, "").trim() || word;
}
