import { createRoute } from "@hono/zod-openapi";
import { getCookie } from "hono/cookie";
import { z } from "zod";
import { AppError } from "@/lib/domain/error";
import { Subscribe } from "@/lib/domain/push/schema";
import { Slug } from "@/lib/domain/schema";
import { findSessionId } from "@/lib/server/account/find-session-id";
import { now } from "@/lib/server/clock";
import { subscribeDevice } from "@/lib/server/push/subscribe-device";
import { unsubscribeDevice } from "@/lib/server/push/unsubscribe-device";
import { vapidPublicKey } from "@/lib/server/push/vapid";
import { asMember, Done, done, replies, takes } from "./declare";
import { router } from "./router";
import { sessionCookies } from "./session-cookie";

const params = z.object({ brand: Slug });

const key = createRoute({
  method: "get",
  path: "/brands/{brand}/push",
  summary: "The public key with which a browser subscribes to messages (web push)",
  ...asMember("desk"),
  request: { params },
  responses: replies(z.strictObject({ publicKey: z.string() })),
});

const subscribe = createRoute({
  method: "post",
  path: "/brands/{brand}/push",
  summary: "Let this browser be sent messages while its session lasts",
  ...asMember("desk"),
  request: { params, body: takes(Subscribe) },
  responses: replies(Done),
});

const unsubscribe = createRoute({
  method: "delete",
  path: "/brands/{brand}/push",
  summary: "Send a browser of one's own nothing any more",
  ...asMember("desk"),
  request: { params, body: takes(Subscribe.pick({ endpoint: true })) },
  responses: replies(Done),
});

export const pushRoutes = router()
  .openapi(key, (c) => c.json({ publicKey: vapidPublicKey() }, 200))
  .openapi(subscribe, async (c) => {
    const { userId } = c.var;
    const sessionTokens = sessionCookies.flatMap((name) => getCookie(c, name) ?? []);
    const sessionId = await findSessionId({ sessionTokens, userId, now: now() });
    if (!sessionId) throw new AppError("SIGNED_OUT");
    await subscribeDevice({ userId, sessionId, input: c.req.valid("json"), now: now() });
    return c.json(done, 200);
  })
  .openapi(unsubscribe, async (c) => {
    await unsubscribeDevice({ userId: c.var.userId, ...c.req.valid("json") });
    return c.json(done, 200);
  });
