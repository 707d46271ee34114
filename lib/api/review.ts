import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { DecideReview } from "@/lib/domain/review/schema";
import { ReviewList } from "@/lib/domain/review/view";
import { Id, Slug } from "@/lib/domain/schema";
import { now } from "@/lib/server/clock";
import { decideReview } from "@/lib/server/review/decide-review";
import { listReviews } from "@/lib/server/review/list-reviews";
import { asMember, replies, takes } from "./declare";
import { router } from "./router";

const ofBrand = z.object({ brand: Slug });

const list = createRoute({
  method: "get",
  path: "/brands/{brand}/reviews",
  summary: "Thanks that look arranged: those that nobody has judged yet, and the last decisions",
  ...asMember("people"),
  request: { params: ofBrand },
  responses: replies(ReviewList),
});

const decide = createRoute({
  method: "post",
  path: "/brands/{brand}/reviews/{reviewId}/decide",
  summary: "Let the thanks of a review count after all, or not; the journal's entry takes it back",
  ...asMember("people"),
  request: { params: ofBrand.extend({ reviewId: Id }), body: takes(DecideReview) },
  responses: replies(z.strictObject({ auditId: z.string() })),
});

export const reviewRoutes = router()
  .openapi(list, async (c) =>
    c.json(ReviewList.parse(await listReviews({ member: c.var.member, now: now() })), 200),
  )
  .openapi(decide, async (c) => {
    const { reviewId } = c.req.valid("param");
    const input = c.req.valid("json");
    return c.json(await decideReview({ member: c.var.member, reviewId, input, now: now() }), 200);
  });
