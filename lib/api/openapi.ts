import type { OpenAPIHono } from "@hono/zod-openapi";
import { errorStatus } from "@/lib/domain/error";
import packageJson from "@/package.json" with { type: "json" };
import type { Env } from "./context";

const refusal = {
  description: "A refusal. `code` is one of a closed list; `params` fill its sentence.",
  content: {
    "application/json": {
      schema: {
        type: "object",
        required: ["error"],
        properties: {
          error: {
            type: "object",
            required: ["code", "params"],
            properties: {
              code: { type: "string", enum: Object.keys(errorStatus) },
              params: { type: "object", additionalProperties: { type: ["string", "number"] } },
            },
          },
        },
      },
    },
  },
};

/** Adds `GET /api/openapi.json`, made from the route declarations alone. */
export function describeApi(api: OpenAPIHono<Env, never, "/api"> | OpenAPIHono<Env>): void {
  const { openAPIRegistry } = api;
  openAPIRegistry.registerComponent("securitySchemes", "visitor", { type: "http", scheme: "bearer" });
  openAPIRegistry.registerComponent("securitySchemes", "session", {
    type: "apiKey",
    in: "cookie",
    name: "next-auth.session-token",
  });
  (api as OpenAPIHono<Env>).get("/openapi.json", (c) => {
    const document = (api as OpenAPIHono<Env>).getOpenAPI31Document({
      openapi: "3.1.0",
      info: { title: "Entraide", version: packageJson.version },
    });
    for (const path of Object.values(document.paths ?? {})) {
      for (const operation of Object.values(
        path as Record<string, { responses?: Record<string, unknown> }>,
      )) {
        if (operation.responses) operation.responses.default = refusal;
      }
    }
    return c.json(document);
  });
}
