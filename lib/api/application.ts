import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { plainAddress } from "@/lib/domain/account/address";
import { Accepted } from "@/lib/domain/invitation/view";
import { Applied, Apply, WithToken } from "@/lib/domain/recruiting/application-schema";
import { Slug } from "@/lib/domain/schema";
import { spend } from "@/lib/server/account/rate-limit";
import { now } from "@/lib/server/clock";
import { confirmApplication } from "@/lib/server/recruiting/confirm-application";
import { forgetCandidate } from "@/lib/server/recruiting/forget-candidate";
import { submitApplication } from "@/lib/server/recruiting/submit-application";
import { welcomeCandidate } from "@/lib/server/recruiting/welcome-candidate";
import { asAnybody, Done, done, replies, takes } from "./declare";
import { refuseForeignOrigin, signedInUser } from "./guard";
import { clientIp } from "./limit";
import { router } from "./router";
import { setSessionCookie } from "./session-cookie";

const ofCommunity = z.object({ slug: Slug });

const apply = createRoute({
  method: "post",
  path: "/community/{slug}/applications",
  summary: "Offer to help; the answer is the same whoever the address belongs to",
  ...asAnybody(),
  request: { params: ofCommunity, body: takes(Apply) },
  responses: replies(Applied),
});

const confirm = createRoute({
  method: "post",
  path: "/community/applications/confirm",
  summary: "Confirm the address of an application by the token in its mail",
  ...asAnybody(),
  request: { body: takes(WithToken) },
  responses: replies(Done),
});

const forget = createRoute({
  method: "post",
  path: "/community/{slug}/invitations/forget",
  summary: "Say no to an invitation by its token; nothing is kept",
  ...asAnybody(),
  request: { params: ofCommunity, body: takes(WithToken) },
  responses: replies(Done),
});

const welcome = createRoute({
  method: "post",
  path: "/community/welcome",
  summary: "Come in by the token of the mail that accepted somebody; who is new is signed in",
  ...asAnybody(),
  request: { body: takes(WithToken) },
  responses: replies(Accepted),
});

export const applicationRoutes = router()
  .openapi(apply, async (c) => {
    refuseForeignOrigin(c);
    const input = c.req.valid("json");
    await spend({ kind: "application", person: plainAddress(input.email), ip: clientIp(c) });
    const { slug: brandSlug } = c.req.valid("param");
    return c.json(Applied.parse(await submitApplication({ brandSlug, input, now: now() })), 200);
  })
  .openapi(confirm, async (c) => {
    refuseForeignOrigin(c);
    await confirmApplication({ token: c.req.valid("json").token, now: now() });
    return c.json(done, 200);
  })
  .openapi(forget, async (c) => {
    refuseForeignOrigin(c);
    const { slug: brandSlug } = c.req.valid("param");
    await forgetCandidate({ brandSlug, token: c.req.valid("json").token, now: now() });
    return c.json(done, 200);
  })
  .openapi(welcome, async (c) => {
    refuseForeignOrigin(c);
    const userId = await signedInUser(c);
    const { location, session } = await welcomeCandidate({ ...c.req.valid("json"), userId, now: now() });
    if (session) setSessionCookie(c, session);
    return c.json({ location }, 200);
  });
