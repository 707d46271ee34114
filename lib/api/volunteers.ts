import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { AnswerFinding, GuardView } from "@/lib/domain/guard/view";
import { Slug } from "@/lib/domain/schema";
import { now } from "@/lib/server/clock";
import { answerFinding } from "@/lib/server/guard/answer-finding";
import { getGuard } from "@/lib/server/guard/get-guard";
import { asMember, Done, done, replies, takes } from "./declare";
import { router } from "./router";

const ofBrand = z.object({ brand: Slug });

const read = createRoute({
  method: "get",
  path: "/brands/{brand}/volunteers",
  summary: "What in settings and texts could make volunteers look employed, and what managers answered to it",
  ...asMember("settings"),
  request: { params: ofBrand },
  responses: replies(GuardView),
});

const answer = createRoute({
  method: "put",
  path: "/brands/{brand}/volunteers/answer",
  summary: "Say why something that was found is no trouble, or take the answer back",
  ...asMember("settings"),
  request: { params: ofBrand, body: takes(AnswerFinding) },
  responses: replies(Done),
});

export const volunteerRoutes = router()
  .openapi(read, async (c) =>
    c.json(GuardView.parse(await getGuard({ member: c.var.member, now: now() })), 200),
  )
  .openapi(answer, async (c) => {
    await answerFinding({ member: c.var.member, input: c.req.valid("json"), now: now() });
    return c.json(done, 200);
  });
