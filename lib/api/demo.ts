import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { startDemoSession } from "@/lib/server/account/start-demo-session";
import { now } from "@/lib/server/clock";
import { asAnybody, replies, takes } from "./declare";
import { refuseForeignOrigin } from "./guard";
import { clientIp } from "./limit";
import { router } from "./router";
import { setSessionCookie } from "./session-cookie";

const Persona = z.strictObject({ persona: z.enum(["nadia", "samir", "ingrid", "julien", "helene"]) });

const start = createRoute({
  method: "post",
  path: "/demo/session",
  summary: "Demo mode only, from this machine only: sign in as one of the demo's people",
  ...asAnybody(),
  request: { body: takes(Persona) },
  responses: replies(z.strictObject({ location: z.string() })),
});

export const demoRoutes = router().openapi(start, async (c) => {
  refuseForeignOrigin(c);
  const session = await startDemoSession({ ...c.req.valid("json"), ip: clientIp(c), now: now() });
  setSessionCookie(c, session);
  return c.json({ location: session.location }, 200);
});
