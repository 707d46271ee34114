/** What a list of candidates may say of each. An address is all that is needed. */
export const candidateFields = ["email", "name", "topics", "languages", "owns", "links"] as const;
export type CandidateField = (typeof candidateFields)[number];

/** Which column holds what, by its place in the heading, from 0. */
export type Mapping = Partial<Record<CandidateField, number>>;

/** What columns are usually called, in English and French, without accents and case. */
const names: Record<CandidateField, readonly string[]> = {
  email: [
    "email",
    "e-mail",
    "mail",
    "address",
    "e-mail address",
    "email address",
    "courriel",
    "adresse e-mail",
    "adresse email",
    "adresse mail",
  ],
  name: ["name", "first name", "firstname", "full name", "nom", "prenom", "nom complet"],
  topics: ["topics", "topic", "subjects", "sujets", "sujet", "themes", "theme"],
  languages: ["languages", "language", "lang", "langues", "langue"],
  owns: ["owns", "product", "products", "produit", "produits", "possede"],
  links: ["links", "link", "profile", "url", "profil", "lien", "liens"],
};

const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[_\s]+/g, " ")
    .trim();

/** The columns that speak for themselves; each column is taken once, and each field from its first column. */
export function guessMapping(heading: readonly string[]): Mapping {
  const mapping: Mapping = {};
  const taken = new Set<number>();
  for (const field of candidateFields) {
    const at = heading.findIndex((cell, index) => !taken.has(index) && names[field].includes(plain(cell)));
    if (at < 0) continue;
    mapping[field] = at;
    taken.add(at);
  }
  return mapping;
}

/** Whether a mapping fits a heading: it has the address, and every column is there and used once. */
export function fitsHeading(mapping: Mapping, heading: readonly string[]): boolean {
  const used = Object.values(mapping);
  return (
    mapping.email !== undefined &&
    new Set(used).size === used.length &&
    used.every((index) => index < heading.length)
  );
}
