import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { Id, Slug } from "@/lib/domain/schema";
import { now } from "@/lib/server/clock";
import { eraseVisitor } from "@/lib/server/visitor/erase-visitor";
import { exportVisitor } from "@/lib/server/visitor/export-visitor";
import { asMember, asVisitor, Done, done, replies } from "./declare";
import { aFile, download } from "./download";
import { router } from "./router";

const ofVisitor = z.object({ brand: Slug, visitorId: Id });
const eraseHimself = createRoute({
  method: "post",
  path: "/visitor/erase",
  summary: "Erase the visitor who asks, with everything of him; his token is dead afterwards",
  ...asVisitor(),
  responses: replies(Done),
});

const exportHimself = createRoute({
  method: "get",
  path: "/visitor/export",
  summary: "Everything of the visitor who asks, as a file",
  ...asVisitor(),
  responses: aFile,
});

const erase = createRoute({
  method: "post",
  path: "/brands/{brand}/visitors/{visitorId}/erase",
  summary: "Erase a visitor with everything of him; this cannot be undone",
  ...asMember("erase"),
  request: { params: ofVisitor },
  responses: replies(Done),
});

const exportOne = createRoute({
  method: "get",
  path: "/brands/{brand}/visitors/{visitorId}/export",
  summary: "Everything of a visitor, as a file to hand to him",
  ...asMember("see-visitor"),
  request: { params: ofVisitor },
  responses: aFile,
});

const named = (pieces: AsyncGenerator<string>) => ({
  name: "visitor.json",
  mime: "application/json",
  pieces,
});

export const visitorRecordRoutes = router()
  .openapi(eraseHimself, async (c) => {
    const { visitor } = c.var;
    await eraseVisitor({ visitorId: visitor.id, by: { visitor }, now: now() });
    return c.json(done, 200);
  })
  .openapi(exportHimself, async (c) => {
    const { id: visitorId, brandId } = c.var.visitor;
    return download(c, named(await exportVisitor({ visitorId, brandId, now: now() })));
  })
  .openapi(erase, async (c) => {
    const { visitorId } = c.req.valid("param");
    await eraseVisitor({ visitorId, by: { member: c.var.member }, now: now() });
    return c.json(done, 200);
  })
  .openapi(exportOne, async (c) => {
    const { visitorId } = c.req.valid("param");
    const { brandId } = c.var.member;
    return download(c, named(await exportVisitor({ visitorId, brandId, now: now() })));
  });
