const ONE_YEAR_SECONDS = 365 * 24 * 3600;

/** A person's own choices, kept in the browser. They say nothing about him, so they need no consent. */
export type Preference = "locale" | "theme" | "tz";

/** Keeps a choice for a year, where the server can read it before it draws the page; null forgets it. */
export function rememberPreference(name: Preference, value: string | null): void {
  const age = value === null ? 0 : ONE_YEAR_SECONDS;
  const secure = location.protocol === "https:" ? "; secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers that we support.
  document.cookie = `${name}=${encodeURIComponent(value ?? "")}; path=/; max-age=${age}; samesite=lax${secure}`;
}
