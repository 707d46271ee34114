import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { AuditPage, AuditQuery } from "@/lib/domain/audit/view";
import { Saved } from "@/lib/domain/brand/view";
import { Slug } from "@/lib/domain/schema";
import { listAudits } from "@/lib/server/audit/list-audits";
import { undoAudit } from "@/lib/server/audit/undo-audit";
import { now } from "@/lib/server/clock";
import { asMember, replies } from "./declare";
import { router } from "./router";

const ofBrand = z.object({ brand: Slug });

const list = createRoute({
  method: "get",
  path: "/brands/{brand}/audits",
  summary: "The journal: who changed what, before and after; newest first",
  ...asMember("settings"),
  request: { params: ofBrand, query: AuditQuery },
  responses: replies(AuditPage),
});

const undo = createRoute({
  method: "post",
  path: "/brands/{brand}/audits/{auditId}/undo",
  summary: "Take one change back, as long as what it left behind is still so",
  ...asMember("settings"),
  request: { params: ofBrand.extend({ auditId: z.string().regex(/^\d{1,18}$/) }) },
  responses: replies(Saved),
});

export const auditRoutes = router()
  .openapi(list, async (c) =>
    c.json(
      AuditPage.parse(await listAudits({ member: c.var.member, ...c.req.valid("query"), now: now() })),
      200,
    ),
  )
  .openapi(undo, async (c) => {
    const { auditId } = c.req.valid("param");
    return c.json(Saved.parse(await undoAudit({ member: c.var.member, auditId, now: now() })), 200);
  });
