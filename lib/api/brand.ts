import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { ChangeBrand, CreateBrand } from "@/lib/domain/brand/schema";
import { BrandView, GuideView, Saved } from "@/lib/domain/brand/view";
import { Id, Slug } from "@/lib/domain/schema";
import { ByName } from "@/lib/domain/site/settings-schema";
import { changeBrand } from "@/lib/server/brand/change-brand";
import { closeBrand } from "@/lib/server/brand/close-brand";
import { createBrand } from "@/lib/server/brand/create-brand";
import { getBrand } from "@/lib/server/brand/get-brand";
import { getGuide } from "@/lib/server/brand/get-guide";
import { putGuideAway } from "@/lib/server/brand/put-guide-away";
import { reopenBrand } from "@/lib/server/brand/reopen-brand";
import { now } from "@/lib/server/clock";
import { asMember, asUser, Done, done, replies, takes } from "./declare";
import { router } from "./router";

const ofBrand = z.object({ brand: Slug });
const Place = z.strictObject({ slug: Slug });

const create = createRoute({
  method: "post",
  path: "/brands",
  summary: "Create a brand and become its admin; operators of the installation only",
  ...asUser(),
  request: { body: takes(CreateBrand) },
  responses: replies(Place),
});

const read = createRoute({
  method: "get",
  path: "/brands/{brand}/settings",
  summary: "The brand's settings",
  ...asMember("settings"),
  request: { params: ofBrand },
  responses: replies(BrandView),
});

const change = createRoute({
  method: "patch",
  path: "/brands/{brand}/settings",
  summary: "Save settings that were opened at a version",
  ...asMember("settings"),
  request: { params: ofBrand, body: takes(ChangeBrand) },
  responses: replies(Saved),
});

const guide = createRoute({
  method: "get",
  path: "/brands/{brand}/guide",
  summary: "How far the brand has come in its first days",
  ...asMember("settings"),
  request: { params: ofBrand },
  responses: replies(GuideView),
});

const away = createRoute({
  method: "post",
  path: "/brands/{brand}/guide/away",
  summary: "Put the checklist of the first days away",
  ...asMember("settings"),
  request: { params: ofBrand },
  responses: replies(Done),
});

const close = createRoute({
  method: "post",
  path: "/brands/{brand}/close",
  summary: "Close the brand, confirmed by its name; its admins can bring it back for 30 days",
  ...asMember("administer"),
  request: { params: ofBrand, body: takes(ByName) },
  responses: replies(Done),
});

const reopen = createRoute({
  method: "post",
  path: "/closed-brands/{brandId}/reopen",
  summary: "Bring a closed brand back; its admins only, within 30 days",
  ...asUser(),
  request: { params: z.object({ brandId: Id }) },
  responses: replies(Place),
});

export const brandRoutes = router()
  .openapi(create, async (c) =>
    c.json(await createBrand({ userId: c.var.userId, input: c.req.valid("json"), now: now() }), 200),
  )
  .openapi(read, async (c) => c.json(BrandView.parse(await getBrand({ member: c.var.member })), 200))
  .openapi(change, async (c) =>
    c.json(
      Saved.parse(await changeBrand({ member: c.var.member, input: c.req.valid("json"), now: now() })),
      200,
    ),
  )
  .openapi(guide, async (c) => c.json(GuideView.parse(await getGuide({ member: c.var.member })), 200))
  .openapi(away, async (c) => {
    await putGuideAway({ member: c.var.member, now: now() });
    return c.json(done, 200);
  })
  .openapi(close, async (c) => {
    await closeBrand({ member: c.var.member, ...c.req.valid("json"), now: now() });
    return c.json(done, 200);
  })
  .openapi(reopen, async (c) => {
    const { brandId } = c.req.valid("param");
    return c.json(await reopenBrand({ userId: c.var.userId, brandId, now: now() }), 200);
  });
