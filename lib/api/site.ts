import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { Locale } from "@/lib/domain/schema";
import { SiteView } from "@/lib/domain/site/view";
import { now } from "@/lib/server/clock";
import { getSite } from "@/lib/server/site/get-site";
import { asAnybody, replies } from "./declare";
import { router } from "./router";

const site = createRoute({
  method: "get",
  path: "/sites/{key}",
  summary: "What the loader needs: pages, words, availability, where to listen. Allowed origins only",
  ...asAnybody(),
  request: { params: z.object({ key: z.string().max(64) }), query: z.object({ lang: Locale.default("en") }) },
  responses: replies(SiteView),
});

export const siteRoutes = router().openapi(site, async (c) => {
  const origin = c.req.header("origin") ?? null;
  const view = await getSite({
    key: c.req.valid("param").key,
    locale: c.req.valid("query").lang,
    origin,
    now: now(),
  });
  // getSite refused every origin but the site's own and ours.
  if (origin) c.header("Access-Control-Allow-Origin", origin);
  c.header("Vary", "Origin");
  c.header("Cache-Control", "no-store");
  return c.json(SiteView.parse(view), 200);
});
