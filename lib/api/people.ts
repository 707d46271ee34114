import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { Saved } from "@/lib/domain/brand/view";
import { GonePerson, PeoplePage, PersonDetail } from "@/lib/domain/member/people-view";
import { ChangeMember, PeopleFilter } from "@/lib/domain/member/schema";
import { Id, Slug } from "@/lib/domain/schema";
import { now } from "@/lib/server/clock";
import { changeMember } from "@/lib/server/member/change-member";
import { getPerson } from "@/lib/server/member/get-person";
import { listPeople } from "@/lib/server/member/list-people";
import { listRemoved } from "@/lib/server/member/list-removed";
import { removeMember } from "@/lib/server/member/remove-member";
import { restoreMember } from "@/lib/server/member/restore-member";
import { asMember, Done, done, replies, takes } from "./declare";
import { router } from "./router";

const ofBrand = z.object({ brand: Slug });
const onMember = ofBrand.extend({ memberId: Id });
const Removed = z.strictObject({ people: z.array(GonePerson) });

const list = createRoute({
  method: "get",
  path: "/brands/{brand}/members",
  summary: "The brand's people by name: a page of those who fit the filter",
  ...asMember("people"),
  request: { params: ofBrand, query: PeopleFilter },
  responses: replies(PeoplePage),
});

const read = createRoute({
  method: "get",
  path: "/brands/{brand}/members/{memberId}",
  summary: "One of the brand's people",
  ...asMember("people"),
  request: { params: onMember },
  responses: replies(PersonDetail),
});

const change = createRoute({
  method: "patch",
  path: "/brands/{brand}/members/{memberId}",
  summary: "Save a member's role, topics, capacity, languages or pause, opened at a version",
  ...asMember("people"),
  request: { params: onMember, body: takes(ChangeMember) },
  responses: replies(Saved),
});

const remove = createRoute({
  method: "post",
  path: "/brands/{brand}/members/{memberId}/remove",
  summary: "Take a member's place away; his running chats are routed again",
  ...asMember("people"),
  request: { params: onMember },
  responses: replies(Done),
});

const restore = createRoute({
  method: "post",
  path: "/brands/{brand}/members/{memberId}/restore",
  summary: "Give a removed member his place back, within 30 days",
  ...asMember("people"),
  request: { params: onMember },
  responses: replies(Done),
});

const removed = createRoute({
  method: "get",
  path: "/brands/{brand}/removed-members",
  summary: "Who left or was removed in the last 30 days",
  ...asMember("people"),
  request: { params: ofBrand },
  responses: replies(Removed),
});

export const peopleRoutes = router()
  .openapi(list, async (c) => {
    const { member } = c.var;
    return c.json(
      PeoplePage.parse(await listPeople({ member, filter: c.req.valid("query"), now: now() })),
      200,
    );
  })
  .openapi(read, async (c) => {
    const { member } = c.var;
    const { memberId } = c.req.valid("param");
    return c.json(PersonDetail.parse(await getPerson({ member, memberId, now: now() })), 200);
  })
  .openapi(change, async (c) => {
    const { member } = c.var;
    const { memberId } = c.req.valid("param");
    const input = c.req.valid("json");
    return c.json(Saved.parse(await changeMember({ member, memberId, input, now: now() })), 200);
  })
  .openapi(remove, async (c) => {
    const { memberId } = c.req.valid("param");
    await removeMember({ member: c.var.member, memberId, now: now() });
    return c.json(done, 200);
  })
  .openapi(restore, async (c) => {
    const { memberId } = c.req.valid("param");
    await restoreMember({ member: c.var.member, memberId, now: now() });
    return c.json(done, 200);
  })
  .openapi(removed, async (c) =>
    c.json(Removed.parse({ people: await listRemoved({ member: c.var.member, now: now() }) }), 200),
  );
