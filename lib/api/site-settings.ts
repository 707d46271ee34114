import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { Saved } from "@/lib/domain/brand/view";
import { Id, Slug } from "@/lib/domain/schema";
import { ByName, ChangeSite, CreateSite, RemovedSite, SiteSettings } from "@/lib/domain/site/settings-schema";
import { now } from "@/lib/server/clock";
import { changeSite } from "@/lib/server/site/change-site";
import { createSite } from "@/lib/server/site/create-site";
import { getSiteSettings } from "@/lib/server/site/get-site-settings";
import { listSites } from "@/lib/server/site/list-sites";
import { removeSite } from "@/lib/server/site/remove-site";
import { restoreSite } from "@/lib/server/site/restore-site";
import { showSecret } from "@/lib/server/site/show-secret";
import { asMember, replies, takes } from "./declare";
import { router } from "./router";

const ofBrand = z.object({ brand: Slug });
const ofSite = ofBrand.extend({ siteId: Id });
const Sites = z.strictObject({ sites: z.array(SiteSettings), removed: z.array(RemovedSite) });
const Secret = z.strictObject({ secret: z.string() });

const list = createRoute({
  method: "get",
  path: "/brands/{brand}/sites",
  summary: "The brand's sites, and those removed that can be brought back",
  ...asMember("settings"),
  request: { params: ofBrand },
  responses: replies(Sites),
});

const create = createRoute({
  method: "post",
  path: "/brands/{brand}/sites",
  summary: "Add a site; origins are mended as typed",
  ...asMember("administer"),
  request: { params: ofBrand, body: takes(CreateSite) },
  responses: replies(SiteSettings),
});

const read = createRoute({
  method: "get",
  path: "/brands/{brand}/sites/{siteId}",
  summary: "A site: how it looks, where it is allowed, and where its loader was seen",
  ...asMember("settings"),
  request: { params: ofSite },
  responses: replies(SiteSettings),
});

const change = createRoute({
  method: "patch",
  path: "/brands/{brand}/sites/{siteId}",
  summary: "Save a site that was opened at a version",
  ...asMember("administer"),
  request: { params: ofSite, body: takes(ChangeSite) },
  responses: replies(Saved),
});

const secret = createRoute({
  method: "post",
  path: "/brands/{brand}/sites/{siteId}/secret",
  summary: "Show the secret that signs the brand's word on its visitors, or make a new one",
  ...asMember("administer"),
  request: { params: ofSite, body: takes(z.strictObject({ rotate: z.boolean() })) },
  responses: replies(Secret),
});

const remove = createRoute({
  method: "post",
  path: "/brands/{brand}/sites/{siteId}/remove",
  summary: "Remove a site, confirmed by its name; it can be brought back for 30 days",
  ...asMember("administer"),
  request: { params: ofSite, body: takes(ByName) },
  responses: replies(z.strictObject({ auditId: z.string() })),
});

const restore = createRoute({
  method: "post",
  path: "/brands/{brand}/sites/{siteId}/restore",
  summary: "Bring a removed site back",
  ...asMember("administer"),
  request: { params: ofSite },
  responses: replies(Saved),
});

export const siteSettingsRoutes = router()
  .openapi(list, async (c) => c.json(Sites.parse(await listSites({ member: c.var.member, now: now() })), 200))
  .openapi(create, async (c) => {
    const site = await createSite({ member: c.var.member, input: c.req.valid("json"), now: now() });
    return c.json(SiteSettings.parse(site), 200);
  })
  .openapi(read, async (c) => {
    const { siteId } = c.req.valid("param");
    return c.json(SiteSettings.parse(await getSiteSettings({ member: c.var.member, siteId })), 200);
  })
  .openapi(change, async (c) => {
    const { siteId } = c.req.valid("param");
    const input = c.req.valid("json");
    return c.json(Saved.parse(await changeSite({ member: c.var.member, siteId, input, now: now() })), 200);
  })
  .openapi(secret, async (c) => {
    const { siteId } = c.req.valid("param");
    const { rotate } = c.req.valid("json");
    return c.json(Secret.parse(await showSecret({ member: c.var.member, siteId, rotate, now: now() })), 200);
  })
  .openapi(remove, async (c) => {
    const { siteId } = c.req.valid("param");
    const { name } = c.req.valid("json");
    return c.json(await removeSite({ member: c.var.member, siteId, name, now: now() }), 200);
  })
  .openapi(restore, async (c) => {
    const { siteId } = c.req.valid("param");
    return c.json(Saved.parse(await restoreSite({ member: c.var.member, siteId, now: now() })), 200);
  });
