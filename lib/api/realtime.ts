import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { Slug } from "@/lib/domain/schema";
import { now } from "@/lib/server/clock";
import { authoriseChannels } from "@/lib/server/event/authorise-channels";
import { signInSocket } from "@/lib/server/event/sign-in-socket";
import { asMember, asUser, asVisitor, replies, takes } from "./declare";
import { router } from "./router";

const SocketId = z.string().regex(/^\d{1,20}\.\d{1,20}$/);
const Subscriptions = z.strictObject({
  socketId: SocketId,
  channels: z.array(z.string().max(200)).min(1).max(20),
});
/** By channel; one that the person may not hear is left out. */
const Authorised = z.strictObject({ auths: z.record(z.string(), z.string()) });

const visitor = createRoute({
  method: "post",
  path: "/realtime/visitor",
  summary: "Authorise a visitor's subscriptions",
  ...asVisitor(),
  request: { body: takes(Subscriptions) },
  responses: replies(Authorised),
});

const member = createRoute({
  method: "post",
  path: "/realtime/member",
  summary: "Authorise a member's subscriptions",
  ...asUser(),
  request: { body: takes(Subscriptions) },
  responses: replies(Authorised),
});

const signIn = createRoute({
  method: "post",
  path: "/brands/{brand}/realtime/sign-in",
  summary: "Sign a member's socket, so that it is closed when he loses his place",
  ...asMember("desk"),
  request: { params: z.object({ brand: Slug }), body: takes(z.strictObject({ socketId: SocketId })) },
  responses: replies(z.strictObject({ auth: z.string(), user_data: z.string() })),
});

export const realtimeRoutes = router()
  .openapi(signIn, async (c) =>
    c.json(signInSocket({ memberId: c.var.member.id, ...c.req.valid("json") }), 200),
  )
  .openapi(visitor, async (c) =>
    c.json(
      Authorised.parse(
        await authoriseChannels({ ...c.req.valid("json"), visitor: c.var.visitor, now: now() }),
      ),
      200,
    ),
  )
  .openapi(member, async (c) =>
    c.json(
      Authorised.parse(await authoriseChannels({ ...c.req.valid("json"), userId: c.var.userId, now: now() })),
      200,
    ),
  );
