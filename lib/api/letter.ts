import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { stopLetters } from "@/lib/server/recognition/stop-letters";
import { asAnybody, Done, done, replies } from "./declare";
import { router } from "./router";

const stop = createRoute({
  method: "post",
  path: "/letters/{token}/stop",
  summary: "No more monthly letters of this kind; mail programs call it (RFC 8058)",
  ...asAnybody(),
  request: { params: z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{20,200}$/) }) },
  responses: replies(Done),
});

export const letterRoutes = router().openapi(stop, async (c) => {
  await stopLetters(c.req.valid("param"));
  return c.json(done, 200);
});
