import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { RateSegment } from "@/lib/domain/chat/schema";
import { AnswerPage } from "@/lib/domain/question/answer-view";
import { ReplyToAnswer } from "@/lib/domain/question/schema";
import { spend } from "@/lib/server/account/rate-limit";
import { now } from "@/lib/server/clock";
import { getAnswerPage } from "@/lib/server/question/get-answer-page";
import { replyToAnswer } from "@/lib/server/question/reply-to-answer";
import { setMailsStopped } from "@/lib/server/question/set-mails-stopped";
import { settleQuestion } from "@/lib/server/question/settle-question";
import { rateAnswer } from "@/lib/server/rating/rate-answer";
import { asAnybody, replies, takes } from "./declare";
import { clientIp, originOf } from "./limit";
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

const writeBack = createRoute({
  method: "post",
  path: "/answers/{token}/reply",
  summary: "Write back to the answer: to wait for the next one, or to go on live with whoever is there",
  ...asAnybody(),
  request: { params, body: takes(ReplyToAnswer) },
  responses: replies(AnswerPage),
});

const settle = createRoute({
  method: "post",
  path: "/answers/{token}/settle",
  summary: "It is solved: nobody needs to answer any more",
  ...asAnybody(),
  request: { params },
  responses: replies(AnswerPage),
});

const stopMails = createRoute({
  method: "post",
  path: "/answers/{token}/mails/stop",
  summary: "No more mails about this question; mail programs call it, too (RFC 8058)",
  ...asAnybody(),
  request: { params },
  responses: replies(AnswerPage),
});

const startMails = createRoute({
  method: "post",
  path: "/answers/{token}/mails/start",
  summary: "Mails about this question again",
  ...asAnybody(),
  request: { params },
  responses: replies(AnswerPage),
});

const pageOf = async (token: string) => AnswerPage.parse(await getAnswerPage({ token, now: now() }));

export const answerRoutes = router()
  .openapi(page, async (c) => c.json(await pageOf(c.req.valid("param").token), 200))
  .openapi(rate, async (c) => {
    const { token } = c.req.valid("param");
    await rateAnswer({ token, input: c.req.valid("json"), origin: originOf(c), now: now() });
    return c.json(await pageOf(token), 200);
  })
  .openapi(writeBack, async (c) => {
    const { token } = c.req.valid("param");
    await spend({ kind: "reply", person: token, ip: clientIp(c) });
    await replyToAnswer({ party: { token }, input: c.req.valid("json"), now: now() });
    return c.json(await pageOf(token), 200);
  })
  .openapi(settle, async (c) => {
    const { token } = c.req.valid("param");
    await settleQuestion({ party: { token }, now: now() });
    return c.json(await pageOf(token), 200);
  })
  .openapi(stopMails, async (c) => {
    const { token } = c.req.valid("param");
    await setMailsStopped({ token, isStopped: true, now: now() });
    return c.json(await pageOf(token), 200);
  })
  .openapi(startMails, async (c) => {
    const { token } = c.req.valid("param");
    await setMailsStopped({ token, isStopped: false, now: now() });
    return c.json(await pageOf(token), 200);
  });
