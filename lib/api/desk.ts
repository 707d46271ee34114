import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { BeatAnswer, DeskState } from "@/lib/domain/desk/view";
import { SelfView } from "@/lib/domain/member/view";
import { ClientId, Slug } from "@/lib/domain/schema";
import { now } from "@/lib/server/clock";
import { getDeskState } from "@/lib/server/desk/get-desk-state";
import { beatDesk } from "@/lib/server/presence/beat-desk";
import { leaveDesk } from "@/lib/server/presence/leave-desk";
import { setAvailability } from "@/lib/server/presence/set-availability";
import { keepTrace } from "@/lib/server/review/trace";
import { asMember, Done, done, replies, takes } from "./declare";
import { originOf } from "./limit";
import { router } from "./router";

const params = z.object({ brand: Slug });
const Screen = z.strictObject({ screenId: ClientId });

const state = createRoute({
  method: "get",
  path: "/brands/{brand}/desk",
  summary: "Everything the member's desk shows",
  ...asMember("desk"),
  request: { params },
  responses: replies(DeskState),
});

const beat = createRoute({
  method: "post",
  path: "/brands/{brand}/desk/beat",
  summary: "This screen is alive, and looked at or not; answers what is newest. Renews the lease for 25 s",
  ...asMember("desk"),
  request: { params, body: takes(Screen.extend({ isHidden: z.boolean().optional() })) },
  responses: replies(BeatAnswer),
});

const leave = createRoute({
  method: "post",
  path: "/brands/{brand}/desk/leave",
  summary: "This screen goes; its lease ends at once",
  ...asMember("desk"),
  request: { params, body: takes(Screen) },
  responses: replies(Done),
});

const availability = createRoute({
  method: "put",
  path: "/brands/{brand}/desk/availability",
  summary: "Open for questions, until a time if he likes, or paused",
  ...asMember("desk"),
  request: {
    params,
    body: takes(
      z.strictObject({ isOpen: z.boolean(), until: z.iso.datetime().nullish(), screenId: ClientId }),
    ),
  },
  responses: replies(SelfView),
});

export const deskRoutes = router()
  .openapi(state, async (c) => {
    const { member } = c.var;
    await keepTrace({ brandId: member.brandId, holderId: member.id, origin: originOf(c), now: now() });
    return c.json(DeskState.parse(await getDeskState({ member, now: now() })), 200);
  })
  .openapi(beat, async (c) => {
    const beat = c.req.valid("json");
    return c.json(BeatAnswer.parse(await beatDesk({ member: c.var.member, ...beat, now: now() })), 200);
  })
  .openapi(leave, async (c) => {
    await leaveDesk({ member: c.var.member, ...c.req.valid("json"), now: now() });
    return c.json(done, 200);
  })
  .openapi(availability, async (c) => {
    const { isOpen, until, screenId } = c.req.valid("json");
    const self = await setAvailability({
      member: c.var.member,
      isOpen,
      until: until ? new Date(until) : null,
      screenId,
      now: now(),
    });
    return c.json(SelfView.parse(self), 200);
  });
