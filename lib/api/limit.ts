import type { Context, MiddlewareHandler } from "hono";
import { type LimitKind, spend } from "@/lib/server/account/rate-limit";
import type { Env } from "./context";

/** Written by our own server alone, which strips what came in; see lib/start/server.ts. */
export const clientIpHeader = "x-entraide-ip";

/** The address a request came from; one shared name where no server of ours stands in front. */
export function clientIp(c: Context): string {
  return c.req.header(clientIpHeader) ?? "unknown";
}

/** Where a request came from, as far as reviews of thanks look at it. */
export function originOf(c: Context): { ip: string; userAgent: string } {
  return { ip: clientIp(c), userAgent: (c.req.header("user-agent") ?? "").slice(0, 400) };
}

/** Counts the request against the limits of its kind; past them it is refused with RATE_LIMITED and Retry-After. */
export function limit(kind: LimitKind): MiddlewareHandler<Env> {
  return async (c, next) => {
    const person =
      (c.var.visitor as { id: string } | undefined)?.id ?? (c.var.member as { id: string } | undefined)?.id;
    await spend({ kind, person: person ?? null, ip: clientIp(c) });
    await next();
  };
}
