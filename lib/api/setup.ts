import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { localeOf } from "@/lib/domain/locale";
import { FinishSetup } from "@/lib/domain/setup/schema";
import { spend } from "@/lib/server/account/rate-limit";
import { now } from "@/lib/server/clock";
import { finishSetup } from "@/lib/server/setup/finish-setup";
import { asAnybody, replies, takes } from "./declare";
import { refuseForeignOrigin } from "./guard";
import { clientIp } from "./limit";
import { router } from "./router";
import { setSessionCookie } from "./session-cookie";

const finish = createRoute({
  method: "post",
  path: "/setup",
  summary: "Become the first admin of an installation, by the one-time link that its start prints",
  ...asAnybody(),
  request: { body: takes(FinishSetup) },
  responses: replies(z.strictObject({ location: z.string() })),
});

export const setupRoutes = router().openapi(finish, async (c) => {
  refuseForeignOrigin(c);
  await spend({ kind: "sign-in", person: null, ip: clientIp(c) });
  const locale = localeOf(c.req.header("accept-language"));
  const session = await finishSetup({ input: c.req.valid("json"), locale, now: now() });
  setSessionCookie(c, session);
  return c.json({ location: "/setup/brand" }, 200);
});
