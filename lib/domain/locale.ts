export const locales = ["en", "fr"] as const;
export type Locale = (typeof locales)[number];

/** The supported language of a BCP 47 tag or an Accept-Language header; English when none fits. */
export function localeOf(tag: string | null | undefined): Locale {
  for (const part of (tag ?? "").toLowerCase().split(",")) {
    const language = part.trim().split(/[-_;]/)[0];
    const found = locales.find((locale) => locale === language);
    if (found) return found;
  }
  return "en";
}
