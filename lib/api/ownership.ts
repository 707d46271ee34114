import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import {
  AddOwnership,
  ConfirmClaim,
  DeclineClaim,
  ProveOwnership,
  StateOwnership,
} from "@/lib/domain/ownership/schema";
import { ClaimsToCheck, OwnedChange, OwnedList } from "@/lib/domain/ownership/view";
import { Id, Slug } from "@/lib/domain/schema";
import { now } from "@/lib/server/clock";
import { addOwnership } from "@/lib/server/ownership/add-ownership";
import { decideClaim } from "@/lib/server/ownership/decide-claim";
import { getMemberOwned } from "@/lib/server/ownership/get-member-owned";
import { listClaims } from "@/lib/server/ownership/list-claims";
import { listOwned } from "@/lib/server/ownership/list-owned";
import { proveByToken } from "@/lib/server/ownership/prove-by-token";
import { removeOwnership } from "@/lib/server/ownership/remove-ownership";
import { stateOwnership } from "@/lib/server/ownership/state-ownership";
import { asMember, Done, done, replies, takes } from "./declare";
import { router } from "./router";

const ofBrand = z.object({ brand: Slug });
const ofMember = ofBrand.extend({ memberId: Id });
const onClaim = ofBrand.extend({ claimId: Id });

const own = createRoute({
  method: "get",
  path: "/brands/{brand}/profile/ownerships",
  summary: "What one owns, and what one says that one owns",
  ...asMember("desk"),
  request: { params: ofBrand },
  responses: replies(OwnedList),
});

const state = createRoute({
  method: "post",
  path: "/brands/{brand}/profile/ownerships",
  summary: "Say what one owns; it counts once a manager has confirmed it",
  ...asMember("desk"),
  request: { params: ofBrand, body: takes(StateOwnership) },
  responses: replies(OwnedList),
});

const prove = createRoute({
  method: "post",
  path: "/brands/{brand}/profile/ownerships/token",
  summary: "Bring the brand's signed word on what one owns",
  ...asMember("desk"),
  request: { params: ofBrand, body: takes(ProveOwnership) },
  responses: replies(OwnedList),
});

const disown = createRoute({
  method: "delete",
  path: "/brands/{brand}/profile/ownerships/{ownershipId}",
  summary: "Take away what one owns, or says that one owns",
  ...asMember("desk"),
  request: { params: ofBrand.extend({ ownershipId: Id }) },
  responses: replies(OwnedList),
});

const claims = createRoute({
  method: "get",
  path: "/brands/{brand}/ownership-claims",
  summary: "What members say that they own and nobody has looked at",
  ...asMember("people"),
  request: { params: ofBrand },
  responses: replies(ClaimsToCheck),
});

const confirm = createRoute({
  method: "post",
  path: "/brands/{brand}/ownership-claims/{claimId}/confirm",
  summary: "Confirm what a member says that he owns; the order's number is forgotten",
  ...asMember("people"),
  request: { params: onClaim, body: takes(ConfirmClaim) },
  responses: replies(Done),
});

const decline = createRoute({
  method: "post",
  path: "/brands/{brand}/ownership-claims/{claimId}/decline",
  summary: "Tell a member that what he says could not be found, and why; the order's number is forgotten",
  ...asMember("people"),
  request: { params: onClaim, body: takes(DeclineClaim) },
  responses: replies(Done),
});

const ofSomebody = createRoute({
  method: "get",
  path: "/brands/{brand}/members/{memberId}/ownerships",
  summary: "What a member owns",
  ...asMember("people"),
  request: { params: ofMember },
  responses: replies(OwnedList),
});

const add = createRoute({
  method: "post",
  path: "/brands/{brand}/members/{memberId}/ownerships",
  summary: "Write what a member is known to own; the journal's entry takes it back",
  ...asMember("people"),
  request: { params: ofMember, body: takes(AddOwnership) },
  responses: replies(OwnedChange),
});

const takeAway = createRoute({
  method: "delete",
  path: "/brands/{brand}/members/{memberId}/ownerships/{ownershipId}",
  summary: "A member does not own it, or not any more; the journal's entry takes it back",
  ...asMember("people"),
  request: { params: ofMember.extend({ ownershipId: Id }) },
  responses: replies(OwnedChange),
});

const ownList = async ({ id, brandId }: { id: string; brandId: string }) =>
  OwnedList.parse(await listOwned({ brandId, memberId: id, now: now() }));

export const ownershipRoutes = router()
  .openapi(own, async (c) => c.json(await ownList(c.var.member), 200))
  .openapi(state, async (c) => {
    const { member } = c.var;
    await stateOwnership({ member, input: c.req.valid("json"), now: now() });
    return c.json(await ownList(member), 200);
  })
  .openapi(prove, async (c) => {
    const { member } = c.var;
    await proveByToken({ member, ...c.req.valid("json"), now: now() });
    return c.json(await ownList(member), 200);
  })
  .openapi(disown, async (c) => {
    const { member } = c.var;
    const { ownershipId } = c.req.valid("param");
    await removeOwnership({ member, memberId: member.id, ownershipId, now: now() });
    return c.json(await ownList(member), 200);
  })
  .openapi(claims, async (c) =>
    c.json(ClaimsToCheck.parse({ claims: await listClaims({ member: c.var.member }) }), 200),
  )
  .openapi(confirm, async (c) => {
    const { claimId } = c.req.valid("param");
    const decision = { isTrue: true as const, ...c.req.valid("json") };
    await decideClaim({ member: c.var.member, claimId, decision, now: now() });
    return c.json(done, 200);
  })
  .openapi(decline, async (c) => {
    const { claimId } = c.req.valid("param");
    const decision = { isTrue: false as const, ...c.req.valid("json") };
    await decideClaim({ member: c.var.member, claimId, decision, now: now() });
    return c.json(done, 200);
  })
  .openapi(ofSomebody, async (c) => {
    const { memberId } = c.req.valid("param");
    return c.json(OwnedList.parse(await getMemberOwned({ member: c.var.member, memberId, now: now() })), 200);
  })
  .openapi(add, async (c) => {
    const { member } = c.var;
    const { memberId } = c.req.valid("param");
    const { auditId } = await addOwnership({ member, memberId, input: c.req.valid("json"), now: now() });
    const list = await getMemberOwned({ member, memberId, now: now() });
    return c.json(OwnedChange.parse({ list, auditId }), 200);
  })
  .openapi(takeAway, async (c) => {
    const { member } = c.var;
    const { memberId, ownershipId } = c.req.valid("param");
    const { auditId } = await removeOwnership({ member, memberId, ownershipId, now: now() });
    const list = await getMemberOwned({ member, memberId, now: now() });
    return c.json(OwnedChange.parse({ list, auditId }), 200);
  });
