import { plainAddress } from "@/lib/domain/account/address";
import { type Locale, locales } from "@/lib/domain/locale";
import type { Mapping } from "./columns";

/** A candidate as a line of a file says him. */
export type ReadCandidate = {
  name: string;
  email: string | null;
  topicIds: string[];
  languages: Locale[];
  owns: string | null;
  links: string[];
};

/** Why a line was refused; `repeated` in this file, `known` to the brand, as a candidate or a member. */
export const lineProblems = [
  "email",
  "name",
  "repeated",
  "known",
  "columns",
  "json",
  "author",
  "text",
] as const;
export type LineProblem = (typeof lineProblems)[number];

const mostName = 80;
const mostText = 1_000;

/** What stands for a topic in files: its id, by each of its names and its slug, without case. */
export function topicWords(
  topics: readonly { id: string; slug: string; names: Readonly<Record<string, string>> }[],
): Map<string, string> {
  return new Map(
    topics.flatMap(({ id, slug, names }) =>
      [slug, ...Object.values(names)].map((name) => [name.trim().toLowerCase(), id] as const),
    ),
  );
}

const parts = (text: string) =>
  text
    .split(/[,;|/]+/)
    .map((part) => part.trim())
    .filter((part) => part !== "");

const languageWords: Record<Locale, readonly string[]> = {
  en: ["en", "english", "anglais"],
  fr: ["fr", "french", "francais", "français"],
};

/**
 * Reads a line of a list of candidates. Only an address that is none refuses it: topics, languages and profiles that are not
 * understood are left out, and a name that is missing is the address's beginning.
 */
export function readLine(
  cells: readonly string[],
  mapping: Mapping,
  topics: ReadonlyMap<string, string>,
): ReadCandidate | { problem: LineProblem } {
  const cell = (field: keyof Mapping) => {
    const at = mapping[field];
    return at === undefined ? "" : (cells[at] ?? "").replaceAll("\0", "").trim();
  };
  const email = plainAddress(cell("email"));
  if (!email) return { problem: "email" };
  const spoken = new Set(parts(cell("languages").toLowerCase()));
  const links = cell("links")
    .split(/[\s,;|]+/)
    .filter((link) => /^https?:\/\//i.test(link) && URL.canParse(link) && link.length <= 500);
  return {
    name: (cell("name") || (email.split("@")[0] ?? email)).slice(0, mostName).toWellFormed(),
    email,
    topicIds: [...new Set(parts(cell("topics")).flatMap((word) => topics.get(word.toLowerCase()) ?? []))],
    languages: locales.filter((locale) => languageWords[locale].some((word) => spoken.has(word))),
    owns: cell("owns").slice(0, mostText).toWellFormed() || null,
    links: [...new Set(links)].slice(0, 5),
  };
}
