import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { ChangePublicProfile } from "@/lib/domain/recognition/public-profile-schema";
import { PublicChoice } from "@/lib/domain/recognition/public-view";
import { BrandWords, OwnWords } from "@/lib/domain/recognition/words-view";
import { Id, Slug } from "@/lib/domain/schema";
import { now } from "@/lib/server/clock";
import { changePublicProfile } from "@/lib/server/recognition/change-public-profile";
import { getPublicChoice } from "@/lib/server/recognition/get-public-choice";
import { hideWords } from "@/lib/server/recognition/hide-words";
import { listBrandWords } from "@/lib/server/recognition/list-brand-words";
import { listOwnWords } from "@/lib/server/recognition/list-own-words";
import { asMember, Done, done, replies, takes } from "./declare";
import { router } from "./router";

const ofBrand = z.object({ brand: Slug });
const onThanks = ofBrand.extend({ thanksId: Id });

const choice = createRoute({
  method: "get",
  path: "/brands/{brand}/profile/public",
  summary: "What one has decided about one's public page, and the page as it would stand",
  ...asMember("desk"),
  request: { params: ofBrand },
  responses: replies(PublicChoice),
});

const choose = createRoute({
  method: "patch",
  path: "/brands/{brand}/profile/public",
  summary: "Save whether everybody may see one's page and what it says, opened at a version",
  ...asMember("desk"),
  request: { params: ofBrand, body: takes(ChangePublicProfile) },
  responses: replies(PublicChoice),
});

const own = createRoute({
  method: "get",
  path: "/brands/{brand}/profile/words",
  summary: "Words of thanks to oneself, and what visitors said two weeks later",
  ...asMember("desk"),
  request: { params: ofBrand },
  responses: replies(OwnWords),
});

const hideOwn = createRoute({
  method: "post",
  path: "/brands/{brand}/profile/words/{thanksId}/hide",
  summary: "Take words of thanks to oneself off the wall",
  ...asMember("desk"),
  request: { params: onThanks },
  responses: replies(OwnWords),
});

const showOwn = createRoute({
  method: "post",
  path: "/brands/{brand}/profile/words/{thanksId}/show",
  summary: "Put words of thanks to oneself back on the wall",
  ...asMember("desk"),
  request: { params: onThanks },
  responses: replies(OwnWords),
});

const wall = createRoute({
  method: "get",
  path: "/brands/{brand}/words",
  summary: "Words of thanks that may be shown to everybody, hidden ones too, newest first",
  ...asMember("moderate"),
  request: { params: ofBrand, query: z.object({ before: Id.optional() }) },
  responses: replies(BrandWords),
});

const hide = createRoute({
  method: "post",
  path: "/brands/{brand}/words/{thanksId}/hide",
  summary: "Take words of thanks off the wall",
  ...asMember("moderate"),
  request: { params: onThanks },
  responses: replies(Done),
});

const show = createRoute({
  method: "post",
  path: "/brands/{brand}/words/{thanksId}/show",
  summary: "Put words of thanks that a manager took off back on the wall",
  ...asMember("moderate"),
  request: { params: onThanks },
  responses: replies(Done),
});

export const recognitionRoutes = router()
  .openapi(choice, async (c) =>
    c.json(PublicChoice.parse(await getPublicChoice({ member: c.var.member, now: now() })), 200),
  )
  .openapi(choose, async (c) => {
    const { member } = c.var;
    await changePublicProfile({ member, input: c.req.valid("json"), now: now() });
    return c.json(PublicChoice.parse(await getPublicChoice({ member, now: now() })), 200);
  })
  .openapi(own, async (c) => c.json(OwnWords.parse(await listOwnWords({ member: c.var.member })), 200))
  .openapi(hideOwn, async (c) => {
    const { member } = c.var;
    await hideWords({ member, ...c.req.valid("param"), as: "self", isHidden: true, now: now() });
    return c.json(OwnWords.parse(await listOwnWords({ member })), 200);
  })
  .openapi(showOwn, async (c) => {
    const { member } = c.var;
    await hideWords({ member, ...c.req.valid("param"), as: "self", isHidden: false, now: now() });
    return c.json(OwnWords.parse(await listOwnWords({ member })), 200);
  })
  .openapi(wall, async (c) => {
    const { brandId } = c.var.member;
    return c.json(BrandWords.parse(await listBrandWords({ brandId, ...c.req.valid("query") })), 200);
  })
  .openapi(hide, async (c) => {
    const { member } = c.var;
    await hideWords({ member, ...c.req.valid("param"), as: "manager", isHidden: true, now: now() });
    return c.json(done, 200);
  })
  .openapi(show, async (c) => {
    const { member } = c.var;
    await hideWords({ member, ...c.req.valid("param"), as: "manager", isHidden: false, now: now() });
    return c.json(done, 200);
  });
