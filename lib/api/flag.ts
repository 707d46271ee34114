import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { FlagSomething } from "@/lib/domain/moderation/schema";
import { Id, Slug } from "@/lib/domain/schema";
import { now } from "@/lib/server/clock";
import { flagSomething } from "@/lib/server/moderation/flag-something";
import { asMember, asVisitor, Done, done, replies, takes } from "./declare";
import { router } from "./router";

const byVisitor = createRoute({
  method: "post",
  path: "/visitor/chats/{chatId}/flag",
  summary: "Report a message of the helper, or with none the helper himself",
  ...asVisitor(),
  request: { params: z.object({ chatId: Id }), body: takes(FlagSomething) },
  responses: replies(Done),
});

const byMember = createRoute({
  method: "post",
  path: "/brands/{brand}/chats/{chatId}/flag",
  summary: "Report a message of a chat that one may read, or with none its visitor",
  ...asMember("answer"),
  request: { params: z.object({ brand: Slug, chatId: Id }), body: takes(FlagSomething) },
  responses: replies(Done),
});

export const flagRoutes = router()
  .openapi(byVisitor, async (c) => {
    const { visitor } = c.var;
    const { chatId } = c.req.valid("param");
    await flagSomething({ party: { visitor }, chatId, input: c.req.valid("json"), now: now() });
    return c.json(done, 200);
  })
  .openapi(byMember, async (c) => {
    const { member } = c.var;
    const { chatId } = c.req.valid("param");
    await flagSomething({ party: { member }, chatId, input: c.req.valid("json"), now: now() });
    return c.json(done, 200);
  });
