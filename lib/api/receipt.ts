import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { OfferReason } from "@/lib/domain/offer/view";
import { ReceiptList, WhyNotList } from "@/lib/domain/receipt/view";
import { Id, Slug } from "@/lib/domain/schema";
import { now } from "@/lib/server/clock";
import { getWhyMe } from "@/lib/server/receipt/get-why-me";
import { listReceipts } from "@/lib/server/receipt/list-receipts";
import { listWhyNot } from "@/lib/server/receipt/list-why-not";
import { asMember, replies } from "./declare";
import { router } from "./router";

const ofBrand = z.object({ brand: Slug });
const ofQuestion = ofBrand.extend({ questionId: Id });

const whyNot = createRoute({
  method: "get",
  path: "/brands/{brand}/desk/why-not",
  summary: "Why questions of the last days passed oneself by, counted; nothing of anybody else",
  ...asMember("desk"),
  request: { params: ofBrand },
  responses: replies(WhyNotList),
});

const whyMe = createRoute({
  method: "get",
  path: "/brands/{brand}/questions/{questionId}/why",
  summary: "Why oneself was asked this question",
  ...asMember("desk"),
  request: { params: ofQuestion },
  responses: replies(OfferReason),
});

const receipts = createRoute({
  method: "get",
  path: "/brands/{brand}/conversations/{questionId}/receipts",
  summary: "Every decision about a question: who was looked at, the verdicts, scores and what became of it",
  ...asMember("conversations"),
  request: { params: ofQuestion },
  responses: replies(ReceiptList),
});

export const receiptRoutes = router()
  .openapi(whyNot, async (c) =>
    c.json(WhyNotList.parse(await listWhyNot({ member: c.var.member, now: now() })), 200),
  )
  .openapi(whyMe, async (c) =>
    c.json(OfferReason.parse(await getWhyMe({ member: c.var.member, ...c.req.valid("param") })), 200),
  )
  .openapi(receipts, async (c) =>
    c.json(
      ReceiptList.parse({ receipts: await listReceipts({ member: c.var.member, ...c.req.valid("param") }) }),
      200,
    ),
  );
