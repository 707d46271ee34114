import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { RateSegment } from "@/lib/domain/chat/schema";
import { AnswerPage } from "@/lib/domain/question/answer-view";
import { now } from "@/lib/server/clock";
import { getAnswerPage } from "@/lib/server/question/get-answer-page";
import { rateAnswer } from "@/lib/server/rating/rate-answer";
import { asAnybody, replies, takes } from "./declare";
import { router } from "./router";

const params = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{20,200}$/) });

const page = createRoute({
  method: "get",
  path: "/answers/{token}",
  summary: "A left question and its answer, by the link in the mail",
  ...asAnybody(),
  request: { params },
  responses: replies(AnswerPage),
});

const rate = createRoute({
  method: "post",
  path: "/answers/{token}/rating",
  summary: "Rate the answer to a left question",
  ...asAnybody(),
  request: { params, body: takes(RateSegment.omit({ segmentId: true })) },
  responses: replies(AnswerPage),
});

export const answerRoutes = router()
  .openapi(page, async (c) =>
    c.json(AnswerPage.parse(await getAnswerPage({ ...c.req.valid("param"), now: now() })), 200),
  )
  .openapi(rate, async (c) => {
    const { token } = c.req.valid("param");
    await rateAnswer({ token, input: c.req.valid("json"), now: now() });
    return c.json(AnswerPage.parse(await getAnswerPage({ token, now: now() })), 200);
  });
