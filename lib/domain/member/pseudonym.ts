import { helperKind, type Role } from "./role";

const words = {
  owner: { en: "Former owner", fr: "Ancien propriétaire" },
  staff: { en: "Former colleague", fr: "Ancien collègue" },
} as const;

/**
 * What stands in the place of an erased member's name, in the brand's language: who he was to the reader, and four
 * letters by which two of them can be told apart. The same id gives the same name for ever; the name leads to no id.
 */
export function pseudonymOf(memberId: string, role: Role, language: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < memberId.length; i++) hash = Math.imul(hash ^ memberId.charCodeAt(i), 0x01000193) >>> 0;
  const letters = "BCDFGHJKLMNPQRSTVWXZ";
  let mark = "";
  for (let i = 0; i < 4; i++) {
    mark += letters[hash % letters.length];
    hash = Math.floor(hash / letters.length);
  }
  return `${words[helperKind(role)][language === "fr" ? "fr" : "en"]} ${mark}`;
}
