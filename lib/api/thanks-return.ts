import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { AnswerReturn, ReturnPage } from "@/lib/domain/recognition/return-view";
import { spend } from "@/lib/server/account/rate-limit";
import { now } from "@/lib/server/clock";
import { answerReturn } from "@/lib/server/recognition/answer-return";
import { getReturnPage } from "@/lib/server/recognition/get-return-page";
import { stopReturns } from "@/lib/server/recognition/stop-returns";
import { unshowWords } from "@/lib/server/recognition/unshow-words";
import { asAnybody, replies, takes } from "./declare";
import { clientIp } from "./limit";
import { router } from "./router";

const params = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{20,200}$/) });

const page = createRoute({
  method: "get",
  path: "/returns/{token}",
  summary: "Thanks that a mail comes back to, by its link",
  ...asAnybody(),
  request: { params },
  responses: replies(ReturnPage),
});

const answer = createRoute({
  method: "post",
  path: "/returns/{token}/answer",
  summary: "Say whether it still helps; said again, it replaces what was said",
  ...asAnybody(),
  request: { params, body: takes(AnswerReturn) },
  responses: replies(ReturnPage),
});

const stop = createRoute({
  method: "post",
  path: "/returns/{token}/stop",
  summary: "No more such mails; mail programs call it, too (RFC 8058)",
  ...asAnybody(),
  request: { params },
  responses: replies(ReturnPage),
});

const unshow = createRoute({
  method: "post",
  path: "/returns/{token}/unshow",
  summary: "One's words of thanks are not shown any more",
  ...asAnybody(),
  request: { params },
  responses: replies(ReturnPage),
});

const pageOf = async (token: string) => ReturnPage.parse(await getReturnPage({ token, now: now() }));

export const thanksReturnRoutes = router()
  .openapi(page, async (c) => c.json(await pageOf(c.req.valid("param").token), 200))
  .openapi(answer, async (c) => {
    const { token } = c.req.valid("param");
    await spend({ kind: "reply", person: token, ip: clientIp(c) });
    await answerReturn({ token, input: c.req.valid("json"), now: now() });
    return c.json(await pageOf(token), 200);
  })
  .openapi(stop, async (c) => {
    const { token } = c.req.valid("param");
    await stopReturns({ token, now: now() });
    return c.json(await pageOf(token), 200);
  })
  .openapi(unshow, async (c) => {
    const { token } = c.req.valid("param");
    await unshowWords({ token, now: now() });
    return c.json(await pageOf(token), 200);
  });
