import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { BoardState } from "@/lib/domain/board/view";
import { Id, Slug } from "@/lib/domain/schema";
import { getBoardState } from "@/lib/server/board/get-board-state";
import { now } from "@/lib/server/clock";
import { hideMessage } from "@/lib/server/moderation/hide-message";
import { pauseMember } from "@/lib/server/moderation/pause-member";
import { restoreMessage } from "@/lib/server/moderation/restore-message";
import { resumeMember } from "@/lib/server/moderation/resume-member";
import { asMember, Done, done, replies, takes } from "./declare";
import { router } from "./router";

const Reason = z.strictObject({ reason: z.string().trim().max(500).optional() });

const state = createRoute({
  method: "get",
  path: "/brands/{brand}/board",
  summary: "What waits, what runs, who is there, today in numbers",
  ...asMember("board"),
  request: { params: z.object({ brand: Slug }) },
  responses: replies(BoardState),
});

const onMessage = z.object({ brand: Slug, messageId: Id });
const onMember = z.object({ brand: Slug, memberId: Id });

const hide = createRoute({
  method: "post",
  path: "/brands/{brand}/messages/{messageId}/hide",
  summary: "Hide a message from visitor and expert",
  ...asMember("moderate"),
  request: { params: onMessage, body: takes(Reason) },
  responses: replies(Done),
});

const restore = createRoute({
  method: "post",
  path: "/brands/{brand}/messages/{messageId}/restore",
  summary: "Show a hidden message again",
  ...asMember("moderate"),
  request: { params: onMessage, body: takes(Reason) },
  responses: replies(Done),
});

const pause = createRoute({
  method: "post",
  path: "/brands/{brand}/members/{memberId}/pause",
  summary: "Pause a person: he is asked nothing until resumed; his running chats go on",
  ...asMember("moderate"),
  request: { params: onMember, body: takes(Reason) },
  responses: replies(Done),
});

const resume = createRoute({
  method: "post",
  path: "/brands/{brand}/members/{memberId}/resume",
  summary: "End a pause that a manager set",
  ...asMember("moderate"),
  request: { params: onMember, body: takes(Reason) },
  responses: replies(Done),
});

export const boardRoutes = router()
  .openapi(state, async (c) =>
    c.json(BoardState.parse(await getBoardState({ member: c.var.member, now: now() })), 200),
  )
  .openapi(hide, async (c) => {
    const { messageId } = c.req.valid("param");
    await hideMessage({ member: c.var.member, messageId, ...c.req.valid("json"), now: now() });
    return c.json(done, 200);
  })
  .openapi(restore, async (c) => {
    const { messageId } = c.req.valid("param");
    await restoreMessage({ member: c.var.member, messageId, ...c.req.valid("json"), now: now() });
    return c.json(done, 200);
  })
  .openapi(pause, async (c) => {
    const { memberId } = c.req.valid("param");
    await pauseMember({ member: c.var.member, memberId, ...c.req.valid("json"), now: now() });
    return c.json(done, 200);
  })
  .openapi(resume, async (c) => {
    const { memberId } = c.req.valid("param");
    await resumeMember({ member: c.var.member, memberId, ...c.req.valid("json"), now: now() });
    return c.json(done, 200);
  });
