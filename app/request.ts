import { cookies, headers } from "next/headers";
import { cache } from "react";
import type { Person } from "@/components/layout/account-menu";
import { type Locale, localeOf, locales } from "@/lib/domain/locale";
import { findSessionUser } from "@/lib/server/account/find-session-user";
import { findUser } from "@/lib/server/account/find-user";
import { now } from "@/lib/server/clock";

/** What a page's address carries after its question mark. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The language of this request: the person's choice, else the browser's, else English. */
export const requestLocale = cache(async (): Promise<Locale> => {
  const chosen = (await cookies()).get("locale")?.value;
  return locales.find((locale) => locale === chosen) ?? localeOf((await headers()).get("accept-language"));
});

/** The theme that the person chose instead of his device's. */
export async function requestTheme(): Promise<"light" | "dark" | undefined> {
  const theme = (await cookies()).get("theme")?.value;
  return theme === "light" || theme === "dark" ? theme : undefined;
}

/** The person's time zone (IANA), as his browser told us on an earlier page; Paris on the very first one. */
export async function requestTimeZone(): Promise<string> {
  const zone = decodeURIComponent((await cookies()).get("tz")?.value ?? "");
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone || "Europe/Paris" }).resolvedOptions().timeZone;
  } catch {
    return "Europe/Paris";
  }
}

/** Id of the signed-in user, or null. */
export const requestUser = cache(async (): Promise<string | null> => {
  const jar = await cookies();
  for (const name of ["__Secure-next-auth.session-token", "next-auth.session-token"]) {
    const sessionToken = jar.get(name)?.value;
    const userId = sessionToken ? await findSessionUser({ sessionToken, now: now() }) : null;
    if (userId) return userId;
  }
  return null;
});

/** The signed-in person as his own menu shows him, outside of any brand; null for strangers. */
export async function requestPerson(): Promise<Person | null> {
  const userId = await requestUser();
  const user = userId && (await findUser({ userId }));
  return user ? { ...user, kind: "owner" } : null;
}
