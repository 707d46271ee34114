import { z } from "zod";
import type { Scope } from "@/lib/domain/permission/permission";
import { memberGuard, userGuard, visitorGuard } from "./guard";

/** Who may call a route, as a declaration spreads it: the guard that enforces it and what the API description says. */
export const asVisitor = () => ({ security: [{ visitor: [] }], middleware: [visitorGuard] });
export const asMember = (scope: Scope) => ({
  security: [{ session: [scope] }],
  middleware: [memberGuard(scope)],
});
export const asUser = () => ({ security: [{ session: [] }], middleware: [userGuard] });
export const asAnybody = () => ({ security: [] });

/** The one successful answer of a route. Refusals are the same everywhere and are described once, in openapi.ts. */
export function replies<S extends z.ZodType>(schema: S, description = "Done") {
  return { 200: { description, content: { "application/json": { schema } } } } as const;
}

/** A JSON body. */
export function takes<S extends z.ZodType>(schema: S) {
  return { content: { "application/json": { schema } }, required: true } as const;
}

/** For routes that have nothing to say but that it is done. */
export const Done = z.strictObject({ ok: z.literal(true) });
export const done = { ok: true } as const;
