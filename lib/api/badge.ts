import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { ChangeSeries, CreateSeries, PreviewSeries, WithdrawAward } from "@/lib/domain/badge/schema";
import { Holders, SeriesList, SeriesPreview, Shelf } from "@/lib/domain/badge/view";
import { Saved } from "@/lib/domain/brand/view";
import { Id, Slug } from "@/lib/domain/schema";
import { createSeries } from "@/lib/server/badge/create-series";
import { getShelf } from "@/lib/server/badge/get-shelf";
import { listHolders } from "@/lib/server/badge/list-holders";
import { listSeries } from "@/lib/server/badge/list-series";
import { previewSeries } from "@/lib/server/badge/preview-series";
import { saveSeries } from "@/lib/server/badge/save-series";
import { removeSeries } from "@/lib/server/badge/set-series-removed";
import { withdrawAward } from "@/lib/server/badge/withdraw-award";
import { now } from "@/lib/server/clock";
import { asMember, replies, takes } from "./declare";
import { router } from "./router";

const ofBrand = z.object({ brand: Slug });
const ofSeries = ofBrand.extend({ badgeId: Id });
const Noted = z.strictObject({ auditId: z.string() });

const list = createRoute({
  method: "get",
  path: "/brands/{brand}/badges",
  summary: "The series of badges that the brand gives out, with how many have each level",
  ...asMember("people"),
  request: { params: ofBrand },
  responses: replies(SeriesList),
});

const create = createRoute({
  method: "post",
  path: "/brands/{brand}/badges",
  summary: "Add a series of badges; it counts what happened before, too",
  ...asMember("people"),
  request: { params: ofBrand, body: takes(CreateSeries) },
  responses: replies(z.strictObject({ id: Id })),
});

const preview = createRoute({
  method: "post",
  path: "/brands/{brand}/badges/preview",
  summary: "Who would have a series by all that happened until now; nothing is saved",
  ...asMember("people"),
  request: { params: ofBrand, body: takes(PreviewSeries) },
  responses: replies(SeriesPreview),
});

const change = createRoute({
  method: "patch",
  path: "/brands/{brand}/badges/{badgeId}",
  summary: "Save a series that was opened at a version; who earned a level by its old rule keeps it",
  ...asMember("people"),
  request: { params: ofSeries, body: takes(ChangeSeries) },
  responses: replies(Saved),
});

const remove = createRoute({
  method: "delete",
  path: "/brands/{brand}/badges/{badgeId}",
  summary: "Take a series out of what can be earned; who has it keeps it",
  ...asMember("people"),
  request: { params: ofSeries, query: z.object({ version: z.coerce.number().int().positive() }) },
  responses: replies(Saved),
});

const holders = createRoute({
  method: "get",
  path: "/brands/{brand}/badges/{badgeId}/holders",
  summary: "Who was given a series' badges, by name; those that were taken back, too",
  ...asMember("people"),
  request: { params: ofSeries },
  responses: replies(Holders),
});

const withdraw = createRoute({
  method: "post",
  path: "/brands/{brand}/awards/{awardId}/withdraw",
  summary: "Take an award back, with a reason that its member reads",
  ...asMember("people"),
  request: { params: ofBrand.extend({ awardId: Id }), body: takes(WithdrawAward) },
  responses: replies(Noted),
});

const shelf = createRoute({
  method: "get",
  path: "/brands/{brand}/profile/badges",
  summary: "One's own badges: earned with what they rest on, within reach, taken back",
  ...asMember("desk"),
  request: { params: ofBrand },
  responses: replies(Shelf),
});

export const badgeRoutes = router()
  .openapi(list, async (c) =>
    c.json(SeriesList.parse({ series: await listSeries({ brandId: c.var.member.brandId }) }), 200),
  )
  .openapi(create, async (c) =>
    c.json(await createSeries({ member: c.var.member, input: c.req.valid("json"), now: now() }), 200),
  )
  .openapi(preview, async (c) =>
    c.json(
      SeriesPreview.parse(await previewSeries({ member: c.var.member, input: c.req.valid("json") })),
      200,
    ),
  )
  .openapi(change, async (c) => {
    const { badgeId } = c.req.valid("param");
    const { version, ...change } = c.req.valid("json");
    const saved = await saveSeries({
      member: c.var.member,
      badgeId,
      expected: { version },
      change,
      now: now(),
    });
    return c.json(Saved.parse(saved), 200);
  })
  .openapi(remove, async (c) => {
    const { badgeId } = c.req.valid("param");
    const { version } = c.req.valid("query");
    return c.json(
      Saved.parse(await removeSeries({ member: c.var.member, badgeId, version, now: now() })),
      200,
    );
  })
  .openapi(holders, async (c) => {
    const { badgeId } = c.req.valid("param");
    return c.json(Holders.parse({ holders: await listHolders({ member: c.var.member, badgeId }) }), 200);
  })
  .openapi(withdraw, async (c) => {
    const { awardId } = c.req.valid("param");
    const { reason } = c.req.valid("json");
    return c.json(await withdrawAward({ member: c.var.member, awardId, reason, now: now() }), 200);
  })
  .openapi(shelf, async (c) => {
    const { id: memberId, brandId } = c.var.member;
    return c.json(Shelf.parse(await getShelf({ memberId, brandId })), 200);
  });
