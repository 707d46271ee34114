import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { AcceptInvitation, InvitePeople } from "@/lib/domain/invitation/schema";
import { Accepted, Invitations, Invited } from "@/lib/domain/invitation/view";
import { Id, Slug } from "@/lib/domain/schema";
import { now } from "@/lib/server/clock";
import { acceptInvitation } from "@/lib/server/invitation/accept-invitation";
import { invitePeople } from "@/lib/server/invitation/invite-people";
import { listInvitations } from "@/lib/server/invitation/list-invitations";
import { resendInvitation } from "@/lib/server/invitation/resend-invitation";
import { revokeInvitation } from "@/lib/server/invitation/revoke-invitation";
import { asAnybody, asMember, Done, done, replies, takes } from "./declare";
import { refuseForeignOrigin, signedInUser } from "./guard";
import { limit } from "./limit";
import { router } from "./router";
import { setSessionCookie } from "./session-cookie";

const ofBrand = z.object({ brand: Slug });
const onInvitation = ofBrand.extend({ invitationId: Id });

/** Mails go out: so many an hour, whoever asks. */
const mailing = () => ({
  security: asMember("people").security,
  middleware: [...asMember("people").middleware, limit("invitation")],
});

const invite = createRoute({
  method: "post",
  path: "/brands/{brand}/invitations",
  summary: "Invite addresses by mail; each is judged by itself",
  ...mailing(),
  request: { params: ofBrand, body: takes(InvitePeople) },
  responses: replies(Invited),
});

const list = createRoute({
  method: "get",
  path: "/brands/{brand}/invitations",
  summary: "Invitations, and what became of them",
  ...asMember("people"),
  request: { params: ofBrand },
  responses: replies(Invitations),
});

const resend = createRoute({
  method: "post",
  path: "/brands/{brand}/invitations/{invitationId}/resend",
  summary: "Mail an invitation again, with a new link; the earlier one is void",
  ...mailing(),
  request: { params: onInvitation },
  responses: replies(Done),
});

const revoke = createRoute({
  method: "post",
  path: "/brands/{brand}/invitations/{invitationId}/revoke",
  summary: "Take an invitation back",
  ...asMember("people"),
  request: { params: onInvitation },
  responses: replies(Done),
});

const accept = createRoute({
  method: "post",
  path: "/invitations/accept",
  summary: "Accept an invitation by the token in its mail; somebody new is signed in",
  ...asAnybody(),
  request: { body: takes(AcceptInvitation) },
  responses: replies(Accepted),
});

export const invitationRoutes = router()
  .openapi(invite, async (c) => {
    const { member } = c.var;
    const input = c.req.valid("json");
    return c.json(Invited.parse(await invitePeople({ member, input, now: now() })), 200);
  })
  .openapi(list, async (c) => {
    const invitations = await listInvitations({ member: c.var.member, now: now() });
    return c.json(Invitations.parse({ invitations }), 200);
  })
  .openapi(resend, async (c) => {
    const { invitationId } = c.req.valid("param");
    await resendInvitation({ member: c.var.member, invitationId, now: now() });
    return c.json(done, 200);
  })
  .openapi(revoke, async (c) => {
    const { invitationId } = c.req.valid("param");
    await revokeInvitation({ member: c.var.member, invitationId, now: now() });
    return c.json(done, 200);
  })
  .openapi(accept, async (c) => {
    refuseForeignOrigin(c);
    const { brandSlug, session } = await acceptInvitation({
      input: c.req.valid("json"),
      userId: await signedInUser(c),
      now: now(),
    });
    if (session) setSessionCookie(c, session);
    return c.json({ location: `/${brandSlug}/desk` }, 200);
  });
