import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { now } from "@/lib/server/clock";
import { checkHealth } from "@/lib/server/health/check-health";
import { asAnybody } from "./declare";
import { router } from "./router";

const Part = z.enum(["ok", "down"]);
const Health = z.strictObject({
  status: z.enum(["ok", "down", "draining"]),
  database: Part,
  realtime: Part,
  worker: Part,
  version: z.string(),
});
const answer = (description: string) => ({
  description,
  content: { "application/json": { schema: Health } },
});

const health = createRoute({
  method: "get",
  path: "/health",
  summary: "Whether the installation works, part by part",
  ...asAnybody(),
  responses: {
    200: answer("All parts work"),
    503: answer("At least one part is down, or this process is ending"),
  },
});

export const healthRoutes = router().openapi(health, async (c) => {
  const parts = Health.parse(await checkHealth({ now: now() }));
  c.header("Cache-Control", "no-store");
  return parts.status === "ok" ? c.json(parts, 200) : c.json(parts, 503);
});
