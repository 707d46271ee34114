import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { Instant, Slug } from "@/lib/domain/schema";
import { now } from "@/lib/server/clock";
import { cancelErasure } from "@/lib/server/member/cancel-erasure";
import { exportMember, readableExport } from "@/lib/server/member/export-member";
import { requestErasure } from "@/lib/server/member/request-erasure";
import { asMember, asUser, Done, done, replies } from "./declare";
import { aFile, download } from "./download";
import { limit } from "./limit";
import { router } from "./router";

const params = z.object({ brand: Slug });

const take = createRoute({
  method: "get",
  path: "/brands/{brand}/profile/export",
  summary: "Everything that the brand keeps of oneself, as JSON or to be read",
  security: asMember("desk").security,
  middleware: [...asMember("desk").middleware, limit("export")],
  request: { params, query: z.object({ as: z.enum(["json", "text"]).default("json") }) },
  responses: aFile,
});

const erase = createRoute({
  method: "post",
  path: "/brands/{brand}/profile/erase",
  summary: "Leave, and have everything of oneself erased in 30 days",
  ...asMember("desk"),
  request: { params },
  responses: replies(z.strictObject({ eraseAt: Instant })),
});

const keep = createRoute({
  method: "delete",
  path: "/account/erasures/{brand}",
  summary: "Take back that one wants to be erased, and have one's place in the brand again",
  ...asUser(),
  request: { params },
  responses: replies(Done),
});

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

export const leavingRoutes = router()
  .openapi(take, async (c) => {
    const kept = await exportMember({ member: c.var.member, now: now() });
    const isText = c.req.valid("query").as === "text";
    const name = `${c.var.member.brandSlug}-${c.var.member.id.slice(0, 8)}`;
    return download(c, {
      name: `${name}.${isText ? "md" : "json"}`,
      mime: isText ? "text/markdown" : "application/json",
      pieces: once(isText ? readableExport(kept) : `${JSON.stringify(kept, null, 2)}\n`),
    });
  })
  .openapi(erase, async (c) => {
    const eraseAt = await requestErasure({ member: c.var.member, now: now() });
    return c.json({ eraseAt: eraseAt.toISOString() }, 200);
  })
  .openapi(keep, async (c) => {
    const { brand: brandSlug } = c.req.valid("param");
    await cancelErasure({ userId: c.var.userId, brandSlug, now: now() });
    return c.json(done, 200);
  });
