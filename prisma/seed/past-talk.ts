import type { DemoPersona } from "@/lib/domain/demo/demo";
import type { Locale } from "@/lib/domain/locale";

/** A conversation of the demo shop's past: asked so many days before the seed, answered, and rated. */
export type PastTalk<Helper extends string = DemoPersona> = {
  daysAgo: number;
  helper: Helper;
  topic: string;
  language: Locale;
  firstName: string;
  question: string;
  answer: string;
  stars: 4 | 5;
  words?: string;
};

/** A conversation in English. */
export const en = (
  daysAgo: number,
  firstName: string,
  question: string,
  answer: string,
  stars: 4 | 5,
  words?: string,
) => ({ daysAgo, firstName, question, answer, stars, words, language: "en" as const });

/** A conversation in French. */
export const fr = (
  daysAgo: number,
  firstName: string,
  question: string,
  answer: string,
  stars: 4 | 5,
  words?: string,
) => ({ daysAgo, firstName, question, answer, stars, words, language: "fr" as const });
