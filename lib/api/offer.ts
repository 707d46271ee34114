import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { ExpertChat, MessageView, StaffChat } from "@/lib/domain/chat/view";
import { Id, Slug } from "@/lib/domain/schema";
import { now } from "@/lib/server/clock";
import { acceptOffer } from "@/lib/server/offer/accept-offer";
import { confirmDelivery } from "@/lib/server/offer/confirm-delivery";
import { declineOffer } from "@/lib/server/offer/decline-offer";
import { readTranscript } from "@/lib/server/offer/read-transcript";
import { asMember, Done, done, replies } from "./declare";
import { router } from "./router";

const params = z.object({ brand: Slug, offerId: Id });
const Accepted = z.strictObject({ chat: z.union([StaffChat, ExpertChat]), messages: z.array(MessageView) });

const delivered = createRoute({
  method: "post",
  path: "/brands/{brand}/offers/{offerId}/delivered",
  summary: "The member's screen shows the offer",
  ...asMember("answer"),
  request: { params },
  responses: replies(Done),
});

const accept = createRoute({
  method: "post",
  path: "/brands/{brand}/offers/{offerId}/accept",
  summary: "Take the question; one of all who press wins, the others get OFFER_TAKEN",
  ...asMember("answer"),
  request: { params },
  responses: replies(Accepted),
});

const decline = createRoute({
  method: "post",
  path: "/brands/{brand}/offers/{offerId}/decline",
  summary: "Pass; it costs nothing",
  ...asMember("answer"),
  request: { params },
  responses: replies(Done),
});

const Messages = z.strictObject({ messages: z.array(MessageView) });

const transcript = createRoute({
  method: "get",
  path: "/brands/{brand}/offers/{offerId}/transcript",
  summary: "What was said so far in a chat that is handed over, while the offer can be accepted",
  ...asMember("answer"),
  request: { params },
  responses: replies(Messages),
});

export const offerRoutes = router()
  .openapi(delivered, async (c) => {
    await confirmDelivery({ member: c.var.member, offerId: c.req.valid("param").offerId, now: now() });
    return c.json(done, 200);
  })
  .openapi(accept, async (c) =>
    c.json(
      Accepted.parse(
        await acceptOffer({ member: c.var.member, offerId: c.req.valid("param").offerId, now: now() }),
      ),
      200,
    ),
  )
  .openapi(transcript, async (c) => {
    const { offerId } = c.req.valid("param");
    const messages = await readTranscript({ member: c.var.member, offerId, now: now() });
    return c.json(Messages.parse({ messages }), 200);
  })
  .openapi(decline, async (c) => {
    await declineOffer({ member: c.var.member, offerId: c.req.valid("param").offerId, now: now() });
    return c.json(done, 200);
  });
