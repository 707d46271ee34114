export const tints = ["sage", "sand", "clay", "sky", "plum", "moss"] as const;
export type Tint = (typeof tints)[number];

/**
 * One or two capitals to stand for a person: first letters of the first and last word of the name, by what a
 * reader sees as one letter. Words without a letter or digit are skipped; an empty name gives "?".
 */
export function initialsOf(name: string): string {
  const letters = name
    .normalize("NFC")
    .split(/[\s\-‐‑.'’]+/u)
    .flatMap((word) => word.match(/[\p{L}\p{N}]\p{M}*/u)?.[0] ?? [])
    .map((letter) => [...letter.toLocaleUpperCase("en")][0] ?? letter);
  const first = letters[0];
  if (first === undefined) return "?";
  return letters.length === 1 ? first : `${first}${letters[letters.length - 1]}`;
}

/** The avatar ground of a person: the same id gives the same tint everywhere (FNV-1a, 32 bits). */
export function tintOf(id: string): Tint {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1)
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193) >>> 0;
  return tints[hash % tints.length] ?? "sand";
}
