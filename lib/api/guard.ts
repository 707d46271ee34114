import type { Context, MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import { AppError } from "@/lib/domain/error";
import { can, type Scope } from "@/lib/domain/permission/permission";
import { findSessionUser } from "@/lib/server/account/find-session-user";
import { now } from "@/lib/server/clock";
import { env } from "@/lib/server/env";
import { findMember } from "@/lib/server/member/find-member";
import { findVisitorByToken } from "@/lib/server/visitor/find-visitor-by-token";
import type { Env } from "./context";
import { sessionCookies } from "./session-cookie";

/** A browser writes with our cookies only from our own pages (CSRF). Reads and bearer routes are not concerned. */
export function refuseForeignOrigin(c: Context): void {
  if (c.req.method === "GET" || c.req.method === "HEAD") return;
  const origin = c.req.header("origin");
  if (origin !== new URL(env().NEXTAUTH_URL).origin) throw new AppError("ORIGIN_REFUSED");
}

/** Who is signed in, for routes that are open to strangers too; null for them. */
export async function signedInUser(c: Context): Promise<string | null> {
  for (const name of sessionCookies) {
    const sessionToken = getCookie(c, name);
    const userId = sessionToken ? await findSessionUser({ sessionToken, now: now() }) : null;
    if (userId) return userId;
  }
  return null;
}

async function sessionUser(c: Context): Promise<string> {
  const userId = await signedInUser(c);
  if (userId) return userId;
  // A visitor's token opens visitors' doors alone: he is somebody, but the wrong kind of person.
  throw new AppError(c.req.header("authorization") ? "FORBIDDEN" : "SIGNED_OUT");
}

/** Lets a signed-in person pass. */
export const userGuard: MiddlewareHandler<Env> = async (c, next) => {
  c.set("userId", await sessionUser(c));
  refuseForeignOrigin(c);
  await next();
};

/**
 * Lets a member of the brand in the address pass whose role has the scope. In this order: 401 nobody, 404 not his
 * brand (a stranger does not learn that it exists), 403 not his role.
 */
export function memberGuard(scope: Scope): MiddlewareHandler<Env> {
  return async (c, next) => {
    const userId = await sessionUser(c);
    refuseForeignOrigin(c);
    const member = await findMember({ userId, brandSlug: c.req.param("brand") ?? "" });
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
