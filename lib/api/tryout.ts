import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { Slug } from "@/lib/domain/schema";
import { TryoutView, TrySettings } from "@/lib/domain/simulation/tryout-view";
import { now } from "@/lib/server/clock";
import { trySettings } from "@/lib/server/simulation/try-settings";
import { asMember, replies, takes } from "./declare";
import { router } from "./router";

const tryOut = createRoute({
  method: "post",
  path: "/brands/{brand}/settings/try",
  summary: "Live the last days again under other settings, one round of several; nothing is stored",
  ...asMember("settings"),
  request: { params: z.object({ brand: Slug }), body: takes(TrySettings) },
  responses: replies(TryoutView),
});

export const tryoutRoutes = router().openapi(tryOut, async (c) =>
  c.json(
    TryoutView.parse(
      await trySettings({
        member: c.var.member,
        input: c.req.valid("json"),
        now: now(),
        signal: c.req.raw.signal,
      }),
    ),
    200,
  ),
);
