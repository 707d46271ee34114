import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { Id, Slug } from "@/lib/domain/schema";
import { AskForMore, WriteCoachNote } from "@/lib/domain/training/schema";
import { Coachings, WatchedTalk } from "@/lib/domain/training/view";
import { DecideTrust, OwnTrust, TrustView } from "@/lib/domain/trust/view";
import { now } from "@/lib/server/clock";
import { getCoachings, watchTalk, writeCoachNote } from "@/lib/server/training/coaching";
import { askForMore, confirmTrial } from "@/lib/server/training/confirm-trial";
import { decideTrust } from "@/lib/server/trust/decide-trust";
import { getTrust } from "@/lib/server/trust/get-trust";
import { asMember, Done, done, replies, takes } from "./declare";
import { router } from "./router";

const ofBrand = z.object({ brand: Slug });
const ofLearner = ofBrand.extend({ learnerId: Id });

const list = createRoute({
  method: "get",
  path: "/brands/{brand}/coaching",
  summary: "The newcomers whom one coaches, with their talks",
  ...asMember("answer"),
  request: { params: ofBrand },
  responses: replies(Coachings),
});

const watch = createRoute({
  method: "get",
  path: "/brands/{brand}/coaching/{learnerId}/talks/{talkId}",
  summary: "Read along in a newcomer's talk, masked as for an expert",
  ...asMember("answer"),
  request: { params: ofLearner.extend({ talkId: Id }) },
  responses: replies(WatchedTalk),
});

const note = createRoute({
  method: "post",
  path: "/brands/{brand}/coaching/{learnerId}/notes",
  summary: "Tell a newcomer something, of a talk or in general",
  ...asMember("answer"),
  request: { params: ofLearner, body: takes(WriteCoachNote) },
  responses: replies(Done),
});

const confirm = createRoute({
  method: "post",
  path: "/brands/{brand}/coaching/{learnerId}/confirm",
  summary: "Confirm one's newcomer: he is active from now on",
  ...asMember("answer"),
  request: { params: ofLearner },
  responses: replies(Done),
});

const more = createRoute({
  method: "post",
  path: "/brands/{brand}/coaching/{learnerId}/more",
  summary: "Ask to see more talks before confirming",
  ...asMember("answer"),
  request: { params: ofLearner, body: takes(AskForMore) },
  responses: replies(Done),
});

const ownTrust = createRoute({
  method: "get",
  path: "/brands/{brand}/trust",
  summary: "One's own level of trust, with what it rests on and what comes next",
  ...asMember("desk"),
  request: { params: ofBrand },
  responses: replies(OwnTrust),
});

const decide = createRoute({
  method: "put",
  path: "/brands/{brand}/members/{memberId}/trust",
  summary: "Set or hold somebody's level of trust, or let the facts count again, with a reason",
  ...asMember("people"),
  request: { params: ofBrand.extend({ memberId: Id }), body: takes(DecideTrust) },
  responses: replies(z.strictObject({ trust: TrustView, auditId: z.string().nullable() })),
});

export const coachingRoutes = router()
  .openapi(list, async (c) =>
    c.json(Coachings.parse(await getCoachings({ member: c.var.member, now: now() })), 200),
  )
  .openapi(watch, async (c) => {
    const { learnerId, talkId } = c.req.valid("param");
    return c.json(
      WatchedTalk.parse(await watchTalk({ member: c.var.member, learnerId, chatId: talkId, now: now() })),
      200,
    );
  })
  .openapi(note, async (c) => {
    const { learnerId } = c.req.valid("param");
    await writeCoachNote({ member: c.var.member, learnerId, input: c.req.valid("json"), now: now() });
    return c.json(done, 200);
  })
  .openapi(confirm, async (c) => {
    await confirmTrial({ member: c.var.member, learnerId: c.req.valid("param").learnerId, now: now() });
    return c.json(done, 200);
  })
  .openapi(more, async (c) => {
    const { learnerId } = c.req.valid("param");
    await askForMore({ member: c.var.member, learnerId, ...c.req.valid("json"), now: now() });
    return c.json(done, 200);
  })
  .openapi(ownTrust, async (c) => {
    const { brandId, id: memberId } = c.var.member;
    return c.json(OwnTrust.parse({ trust: await getTrust({ brandId, memberId, now: now() }) }), 200);
  })
  .openapi(decide, async (c) => {
    const { memberId } = c.req.valid("param");
    return c.json(
      await decideTrust({ member: c.var.member, memberId, input: c.req.valid("json"), now: now() }),
      200,
    );
  });
