import type { Context } from "hono";
import { deleteCookie, setCookie } from "hono/cookie";
import type { Session } from "@/lib/server/account/start-session";
import { env } from "@/lib/server/env";

const plainName = "next-auth.session-token";
const secureName = `__Secure-${plainName}`;

/** next-auth's session cookie, under its name with and without TLS. */
export const sessionCookies = [secureName, plainName] as const;

const isSecure = () => env().NEXTAUTH_URL.startsWith("https:");

/** Signs the browser in with a session, as next-auth would. */
export function setSessionCookie(c: Context, { sessionToken, expires }: Session): void {
  const secure = isSecure();
  setCookie(c, secure ? secureName : plainName, sessionToken, {
    httpOnly: true,
    sameSite: "Lax",
    path: "/",
    secure,
    expires,
  });
}

/** Forgets the browser's session; the session itself is ended elsewhere. */
export function clearSessionCookie(c: Context): void {
  const secure = isSecure();
  deleteCookie(c, secure ? secureName : plainName, { path: "/", secure });
}
