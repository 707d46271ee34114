import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { VisitorBeatAnswer } from "@/lib/domain/desk/view";
import { VisitorState } from "@/lib/domain/question/view";
import { Id } from "@/lib/domain/schema";
import { CreateVisitor, Identify, VisitorContext } from "@/lib/domain/visitor/schema";
import { now } from "@/lib/server/clock";
import { beatVisitor } from "@/lib/server/visitor/beat-visitor";
import { createVisitor } from "@/lib/server/visitor/create-visitor";
import { getVisitorState } from "@/lib/server/visitor/get-visitor-state";
import { identifyVisitor } from "@/lib/server/visitor/identify-visitor";
import { updateContext } from "@/lib/server/visitor/update-context";
import { asAnybody, asVisitor, Done, done, replies, takes } from "./declare";
import { limit } from "./limit";
import { router } from "./router";

const NewVisitor = z.strictObject({ token: z.string(), visitorId: Id });

const create = createRoute({
  method: "post",
  path: "/visitors",
  summary: "Mint a token for a new visitor, at his first interaction",
  ...asAnybody(),
  middleware: [limit("visitor")],
  request: { body: takes(CreateVisitor) },
  responses: replies(NewVisitor),
});

const state = createRoute({
  method: "get",
  path: "/visitor/state",
  summary: "Everything the panel shows; messages after a number",
  ...asVisitor(),
  request: { query: z.object({ after: z.coerce.number().int().min(0).default(0) }) },
  responses: replies(VisitorState),
});

const beat = createRoute({
  method: "post",
  path: "/visitor/beat",
  summary: "The panel is open; answers what is newest",
  ...asVisitor(),
  responses: replies(VisitorBeatAnswer),
});

const context = createRoute({
  method: "patch",
  path: "/visitor/context",
  summary: "What the page says of the moment: product, cart",
  ...asVisitor(),
  request: { body: takes(VisitorContext) },
  responses: replies(Done),
});

const identify = createRoute({
  method: "post",
  path: "/visitor/identify",
  summary: "The brand vouches for its visitor with a token signed by the site's secret",
  ...asVisitor(),
  request: { body: takes(Identify) },
  responses: replies(Done),
});

export const visitorRoutes = router()
  .openapi(create, async (c) =>
    c.json(NewVisitor.parse(await createVisitor({ ...c.req.valid("json"), now: now() })), 200),
  )
  .openapi(state, async (c) =>
    c.json(
      VisitorState.parse(
        await getVisitorState({ visitor: c.var.visitor, after: c.req.valid("query").after, now: now() }),
      ),
      200,
    ),
  )
  .openapi(beat, async (c) =>
    c.json(VisitorBeatAnswer.parse(await beatVisitor({ visitor: c.var.visitor, now: now() })), 200),
  )
  .openapi(context, async (c) => {
    await updateContext({ visitor: c.var.visitor, context: c.req.valid("json"), now: now() });
    return c.json(done, 200);
  })
  .openapi(identify, async (c) => {
    await identifyVisitor({ visitor: c.var.visitor, token: c.req.valid("json").token });
    return c.json(done, 200);
  });
