import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { CampaignMade, CreateCampaign } from "@/lib/domain/recruiting/campaign-schema";
import { Id, Slug } from "@/lib/domain/schema";
import { now } from "@/lib/server/clock";
import { createCampaign } from "@/lib/server/recruiting/create-campaign";
import { setCampaignEnded } from "@/lib/server/recruiting/list-campaigns";
import { asMember, Done, done, replies, takes } from "./declare";
import { limit } from "./limit";
import { router } from "./router";

const onCampaign = z.object({ brand: Slug, campaignId: Id });

const create = createRoute({
  method: "post",
  path: "/brands/{brand}/campaigns",
  summary: "Look for people: by a link, by mails, or after thanks",
  security: asMember("people").security,
  middleware: [...asMember("people").middleware, limit("invitation")],
  request: { params: z.object({ brand: Slug }), body: takes(CreateCampaign) },
  responses: replies(CampaignMade),
});

const end = createRoute({
  method: "post",
  path: "/brands/{brand}/campaigns/{campaignId}/end",
  summary: "End a campaign; invitations that were mailed keep working",
  ...asMember("people"),
  request: { params: onCampaign },
  responses: replies(Done),
});

const reopen = createRoute({
  method: "post",
  path: "/brands/{brand}/campaigns/{campaignId}/reopen",
  summary: "Open an ended campaign again",
  ...asMember("people"),
  request: { params: onCampaign },
  responses: replies(Done),
});

export const campaignRoutes = router()
  .openapi(create, async (c) => {
    const input = c.req.valid("json");
    const made = await createCampaign({ member: c.var.member, input, now: now() });
    return c.json(CampaignMade.parse(made), 200);
  })
  .openapi(end, async (c) => {
    const { campaignId } = c.req.valid("param");
    await setCampaignEnded({ member: c.var.member, campaignId, isEnded: true, now: now() });
    return c.json(done, 200);
  })
  .openapi(reopen, async (c) => {
    const { campaignId } = c.req.valid("param");
    await setCampaignEnded({ member: c.var.member, campaignId, isEnded: false, now: now() });
    return c.json(done, 200);
  });
