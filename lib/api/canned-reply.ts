import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { ChangeReply, WriteReply } from "@/lib/domain/canned-reply/schema";
import { CannedReplies, CannedReply } from "@/lib/domain/canned-reply/view";
import { Id, Slug } from "@/lib/domain/schema";
import { changeReply } from "@/lib/server/canned-reply/change-reply";
import { createReply } from "@/lib/server/canned-reply/create-reply";
import { listReplies } from "@/lib/server/canned-reply/list-replies";
import { removeReply } from "@/lib/server/canned-reply/remove-reply";
import { now } from "@/lib/server/clock";
import { asMember, Done, done, replies, takes } from "./declare";
import { router } from "./router";

const ofBrand = z.object({ brand: Slug });
const ofReply = ofBrand.extend({ replyId: Id });

const list = createRoute({
  method: "get",
  path: "/brands/{brand}/replies",
  summary: "The brand's canned replies",
  ...asMember("conversations"),
  request: { params: ofBrand },
  responses: replies(CannedReplies),
});

const create = createRoute({
  method: "post",
  path: "/brands/{brand}/replies",
  summary: "Add a canned reply",
  ...asMember("conversations"),
  request: { params: ofBrand, body: takes(WriteReply) },
  responses: replies(CannedReply),
});

const change = createRoute({
  method: "patch",
  path: "/brands/{brand}/replies/{replyId}",
  summary: "Save a canned reply that was opened at a version",
  ...asMember("conversations"),
  request: { params: ofReply, body: takes(ChangeReply) },
  responses: replies(CannedReply),
});

const remove = createRoute({
  method: "delete",
  path: "/brands/{brand}/replies/{replyId}",
  summary: "Take a canned reply away",
  ...asMember("conversations"),
  request: { params: ofReply, query: z.object({ version: z.coerce.number().int().positive() }) },
  responses: replies(Done),
});

export const cannedReplyRoutes = router()
  .openapi(list, async (c) =>
    c.json(CannedReplies.parse({ replies: await listReplies({ member: c.var.member }) }), 200),
  )
  .openapi(create, async (c) =>
    c.json(
      CannedReply.parse(await createReply({ member: c.var.member, input: c.req.valid("json"), now: now() })),
      200,
    ),
  )
  .openapi(change, async (c) => {
    const { replyId } = c.req.valid("param");
    const input = c.req.valid("json");
    return c.json(
      CannedReply.parse(await changeReply({ member: c.var.member, replyId, input, now: now() })),
      200,
    );
  })
  .openapi(remove, async (c) => {
    const { replyId } = c.req.valid("param");
    const { version } = c.req.valid("query");
    await removeReply({ member: c.var.member, replyId, version, now: now() });
    return c.json(done, 200);
  });
