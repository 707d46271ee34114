import type { Context, MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import { AppError } from "@/lib/domain/error";
import { can, type Scope } from "@/lib/domain/permission/permission";
import { findSessionUser } from "@/lib/server/account/find-session-user";
import { now } from "@/lib/server/clock";
import { env } from "@/lib/server/env";
import { findSignedInMember } from "@/lib/server/member/find-member";
import { findVisitorByToken } from "@/lib/server/visitor/find-visitor-by-token";
import type { Env } from "./context";
import { sessionCookies } from "./session-cookie";

/** A browser writes with our cookies only from our own pages (CSRF). Reads and bearer routes are not concerned. */
export function refuseForeignOrigin(c: Context): void {
  if (c.req.method === "GET" || c.req.method === "HEAD") return;
  const origin = c.req.header("origin");
  if (origin !== new URL(env().NEXTAUTH_URL).origin) throw new AppError("ORIGIN_REFUSED");
}

/** What `find` finds by the first of the browser's session cookies that is anybody's. */
async function bySession<T>(
  c: Context,
  find: (sessionToken: string) => Promise<T | null>,
): Promise<T | null> {
  for (const name of sessionCookies) {
    const sessionToken = getCookie(c, name);
    const found = sessionToken ? await find(sessionToken) : null;
    if (found) return found;
  }
  return null;
}

/** Who is signed in, for routes that are open to strangers too; null for them. */
export function signedInUser(c: Context): Promise<string | null> {
  return bySession(c, (sessionToken) => findSessionUser({ sessionToken, now: now() }));
}

/** Nobody is signed in. A visitor's token opens visitors' doors alone: he is somebody, but the wrong kind of person. */
function strangerError(c: Context): AppError {
  return new AppError(c.req.header("authorization") ? "FORBIDDEN" : "SIGNED_OUT");
}

/** Lets a signed-in person pass. */
export const userGuard: MiddlewareHandler<Env> = async (c, next) => {
  const userId = await signedInUser(c);
  if (!userId) throw strangerError(c);
  c.set("userId", userId);
  refuseForeignOrigin(c);
  await next();
};

/**
 * Lets a member of the brand in the address pass whose role has the scope. In this order: 401 nobody, 404 not his
 * brand (a stranger does not learn that it exists), 403 not his role.
 */
export function memberGuard(scope: Scope): MiddlewareHandler<Env> {
  return async (c, next) => {
    const brandSlug = c.req.param("brand") ?? "";
    const found = await bySession(c, (sessionToken) =>
      findSignedInMember({ sessionToken, brandSlug, now: now() }),
    );
    if (!found) throw strangerError(c);
    refuseForeignOrigin(c);
    const { userId, member } = found;
    if (!member) throw new AppError("NOT_FOUND");
    if (!can(member.role, scope)) throw new AppError("FORBIDDEN");
    c.set("userId", userId);
    c.set("member", member);
    await next();
  };
}

/** Lets a visitor pass by his bearer token; cookies are not looked at. */
export const visitorGuard: MiddlewareHandler<Env> = async (c, next) => {
  const token = /^Bearer ([A-Za-z0-9_-]{20,200})$/.exec(c.req.header("authorization") ?? "")?.[1];
  const visitor = token ? await findVisitorByToken({ token, now: now() }) : null;
  if (!visitor) throw new AppError("SIGNED_OUT");
  c.set("visitor", visitor);
  await next();
};
