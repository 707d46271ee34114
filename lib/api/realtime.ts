import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { now } from "@/lib/server/clock";
import { authoriseChannel } from "@/lib/server/event/authorise-channel";
import { asUser, asVisitor, replies, takes } from "./declare";
import { router } from "./router";

const Subscription = z.strictObject({
  socketId: z.string().regex(/^\d{1,20}\.\d{1,20}$/),
  channel: z.string().max(200),
});
const Authorised = z.strictObject({ auth: z.string() });

const visitor = createRoute({
  method: "post",
  path: "/realtime/visitor",
  summary: "Authorise a visitor's subscription",
  ...asVisitor(),
  request: { body: takes(Subscription) },
  responses: replies(Authorised),
});

const member = createRoute({
  method: "post",
  path: "/realtime/member",
  summary: "Authorise a member's subscription",
  ...asUser(),
  request: { body: takes(Subscription) },
  responses: replies(Authorised),
});

export const realtimeRoutes = router()
  .openapi(visitor, async (c) =>
    c.json(
      Authorised.parse(
        await authoriseChannel({ ...c.req.valid("json"), visitor: c.var.visitor, now: now() }),
      ),
      200,
    ),
  )
  .openapi(member, async (c) =>
    c.json(
      Authorised.parse(await authoriseChannel({ ...c.req.valid("json"), userId: c.var.userId, now: now() })),
      200,
    ),
  );
