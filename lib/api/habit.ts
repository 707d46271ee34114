import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { SaveHabits, TakeVacation } from "@/lib/domain/habit/schema";
import { HabitsView } from "@/lib/domain/habit/view";
import { SelfView } from "@/lib/domain/member/view";
import { Slug } from "@/lib/domain/schema";
import { now } from "@/lib/server/clock";
import { getHabits } from "@/lib/server/habit/get-habits";
import { saveHabits } from "@/lib/server/habit/save-habits";
import { takeBreath } from "@/lib/server/habit/take-breath";
import { takeVacation } from "@/lib/server/habit/take-vacation";
import { asMember, replies, takes } from "./declare";
import { router } from "./router";

const params = z.object({ brand: Slug });

const read = createRoute({
  method: "get",
  path: "/brands/{brand}/habits",
  summary: "One's own time: usual hours, quiet hours, questions a day, vacation",
  ...asMember("desk"),
  request: { params },
  responses: replies(HabitsView),
});

const save = createRoute({
  method: "patch",
  path: "/brands/{brand}/habits",
  summary: "Change one's own time; usual hours are a suggestion and bind nobody",
  ...asMember("desk"),
  request: { params, body: takes(SaveHabits) },
  responses: replies(HabitsView),
});

const leave = createRoute({
  method: "put",
  path: "/brands/{brand}/habits/vacation",
  summary: "Be away from a day to another, or until one is back",
  ...asMember("desk"),
  request: { params, body: takes(TakeVacation) },
  responses: replies(HabitsView),
});

const comeBack = createRoute({
  method: "delete",
  path: "/brands/{brand}/habits/vacation",
  summary: "Not be away, or be back",
  ...asMember("desk"),
  request: { params },
  responses: replies(HabitsView),
});

const breath = createRoute({
  method: "post",
  path: "/brands/{brand}/desk/breath",
  summary: "Take a quarter of an hour without questions",
  ...asMember("desk"),
  request: { params },
  responses: replies(SelfView),
});

export const habitRoutes = router()
  .openapi(read, async (c) =>
    c.json(HabitsView.parse(await getHabits({ member: c.var.member, now: now() })), 200),
  )
  .openapi(save, async (c) => {
    const { member } = c.var;
    return c.json(
      HabitsView.parse(await saveHabits({ member, input: c.req.valid("json"), now: now() })),
      200,
    );
  })
  .openapi(leave, async (c) => {
    const { member } = c.var;
    const vacation = c.req.valid("json");
    return c.json(HabitsView.parse(await takeVacation({ member, vacation, now: now() })), 200);
  })
  .openapi(comeBack, async (c) => {
    const { member } = c.var;
    return c.json(HabitsView.parse(await takeVacation({ member, vacation: null, now: now() })), 200);
  })
  .openapi(breath, async (c) =>
    c.json(SelfView.parse(await takeBreath({ member: c.var.member, now: now() })), 200),
  );
