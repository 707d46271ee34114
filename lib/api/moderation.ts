import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { BanVisitor, Decide } from "@/lib/domain/moderation/schema";
import { actionKinds, ModerationLog, ModerationState } from "@/lib/domain/moderation/view";
import { Id, Slug, words } from "@/lib/domain/schema";
import { now } from "@/lib/server/clock";
import { banVisitor } from "@/lib/server/moderation/ban-visitor";
import { decide as decideReports } from "@/lib/server/moderation/decide";
import { getModeration } from "@/lib/server/moderation/get-moderation";
import { liftBan } from "@/lib/server/moderation/lift-ban";
import { listActions } from "@/lib/server/moderation/list-actions";
import { reinstateMember } from "@/lib/server/moderation/reinstate-member";
import { suspendMember } from "@/lib/server/moderation/suspend-member";
import { undoAction } from "@/lib/server/moderation/undo-action";
import { asMember, Done, done, replies, takes } from "./declare";
import { router } from "./router";

const Reason = z.strictObject({ reason: words(500).optional() });
const onMember = z.object({ brand: Slug, memberId: Id });
const onVisitor = z.object({ brand: Slug, visitorId: Id });

const queue = createRoute({
  method: "get",
  path: "/brands/{brand}/moderation",
  summary: "Open reports by what they are about, with what was said around it",
  ...asMember("moderate"),
  request: { params: z.object({ brand: Slug }) },
  responses: replies(ModerationState),
});

const log = createRoute({
  method: "get",
  path: "/brands/{brand}/moderation/log",
  summary: "What was done, by whom, when and why, the newest first",
  ...asMember("moderate"),
  request: {
    params: z.object({ brand: Slug }),
    query: z.object({
      kind: z.enum(actionKinds).optional(),
      by: Id.optional(),
      after: z.string().max(80).optional(),
    }),
  },
  responses: replies(ModerationLog),
});

const decide = createRoute({
  method: "post",
  path: "/brands/{brand}/moderation/decide",
  summary: "Settle reports: hide, show, dismiss, ban, pause or suspend. Who is second is told who was first",
  ...asMember("moderate"),
  request: { params: z.object({ brand: Slug }), body: takes(Decide) },
  responses: replies(z.strictObject({ actionId: Id })),
});

const undo = createRoute({
  method: "post",
  path: "/brands/{brand}/moderation/actions/{actionId}/undo",
  summary: "Take an action back; the reports that it settled are open again",
  ...asMember("moderate"),
  request: { params: z.object({ brand: Slug, actionId: Id }) },
  responses: replies(Done),
});

const ban = createRoute({
  method: "post",
  path: "/brands/{brand}/visitors/{visitorId}/ban",
  summary: "A visitor may not ask for a while; what he has running ends",
  ...asMember("moderate"),
  request: { params: onVisitor, body: takes(BanVisitor) },
  responses: replies(Done),
});

const lift = createRoute({
  method: "delete",
  path: "/brands/{brand}/visitors/{visitorId}/ban",
  summary: "A visitor may ask again",
  ...asMember("moderate"),
  request: { params: onVisitor },
  responses: replies(Done),
});

const suspend = createRoute({
  method: "post",
  path: "/brands/{brand}/members/{memberId}/suspend",
  summary: "A member has no place any more until reinstated; his chats go to others",
  ...asMember("moderate"),
  request: { params: onMember, body: takes(Reason) },
  responses: replies(Done),
});

const reinstate = createRoute({
  method: "post",
  path: "/brands/{brand}/members/{memberId}/reinstate",
  summary: "Take a suspension back",
  ...asMember("moderate"),
  request: { params: onMember, body: takes(Reason) },
  responses: replies(Done),
});

export const moderationRoutes = router()
  .openapi(queue, async (c) =>
    c.json(ModerationState.parse(await getModeration({ member: c.var.member, now: now() })), 200),
  )
  .openapi(log, async (c) => {
    const { kind, by: actorId, after } = c.req.valid("query");
    const page = await listActions({ member: c.var.member, kind, actorId, after, now: now() });
    return c.json(ModerationLog.parse(page), 200);
  })
  .openapi(decide, async (c) =>
    c.json(await decideReports({ member: c.var.member, input: c.req.valid("json"), now: now() }), 200),
  )
  .openapi(undo, async (c) => {
    await undoAction({ member: c.var.member, ...c.req.valid("param"), now: now() });
    return c.json(done, 200);
  })
  .openapi(ban, async (c) => {
    const { visitorId } = c.req.valid("param");
    await banVisitor({ member: c.var.member, visitorId, input: c.req.valid("json"), now: now() });
    return c.json(done, 200);
  })
  .openapi(lift, async (c) => {
    await liftBan({ member: c.var.member, ...c.req.valid("param"), now: now() });
    return c.json(done, 200);
  })
  .openapi(suspend, async (c) => {
    const { memberId } = c.req.valid("param");
    await suspendMember({ member: c.var.member, memberId, ...c.req.valid("json"), now: now() });
    return c.json(done, 200);
  })
  .openapi(reinstate, async (c) => {
    const { memberId } = c.req.valid("param");
    await reinstateMember({ member: c.var.member, memberId, ...c.req.valid("json"), now: now() });
    return c.json(done, 200);
  });
