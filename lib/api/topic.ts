import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { Saved } from "@/lib/domain/brand/view";
import { Id, Slug } from "@/lib/domain/schema";
import { ChangeTopic, CreateTopic, OrderTopics, TopicView } from "@/lib/domain/topic/schema";
import { now } from "@/lib/server/clock";
import { changeTopic } from "@/lib/server/topic/change-topic";
import { createTopic } from "@/lib/server/topic/create-topic";
import { listTopics } from "@/lib/server/topic/list-topics";
import { orderTopics } from "@/lib/server/topic/order-topics";
import { setTopicRemoved } from "@/lib/server/topic/set-topic-removed";
import { asMember, replies, takes } from "./declare";
import { router } from "./router";

const ofBrand = z.object({ brand: Slug });
const ofTopic = ofBrand.extend({ topicId: Id });
const Topics = z.strictObject({ topics: z.array(TopicView) });

const list = createRoute({
  method: "get",
  path: "/brands/{brand}/topics",
  summary: "The brand's topics in their order",
  ...asMember("settings"),
  request: { params: ofBrand },
  responses: replies(Topics),
});

const create = createRoute({
  method: "post",
  path: "/brands/{brand}/topics",
  summary: "Add a topic at the end",
  ...asMember("settings"),
  request: { params: ofBrand, body: takes(CreateTopic) },
  responses: replies(TopicView),
});

const order = createRoute({
  method: "post",
  path: "/brands/{brand}/topics/order",
  summary: "Put the topics into another order",
  ...asMember("settings"),
  request: { params: ofBrand, body: takes(OrderTopics) },
  responses: replies(z.strictObject({ auditId: z.string().nullable() })),
});

const change = createRoute({
  method: "patch",
  path: "/brands/{brand}/topics/{topicId}",
  summary: "Rename a topic that was opened at a version",
  ...asMember("settings"),
  request: { params: ofTopic, body: takes(ChangeTopic) },
  responses: replies(Saved),
});

const remove = createRoute({
  method: "post",
  path: "/brands/{brand}/topics/{topicId}/remove",
  summary: "Offer a topic no longer; what was asked about it keeps its name",
  ...asMember("settings"),
  request: { params: ofTopic },
  responses: replies(Saved),
});

export const topicRoutes = router()
  .openapi(list, async (c) =>
    c.json(Topics.parse({ topics: await listTopics({ member: c.var.member }) }), 200),
  )
  .openapi(create, async (c) => {
    const topic = await createTopic({ member: c.var.member, input: c.req.valid("json"), now: now() });
    return c.json(TopicView.parse(topic), 200);
  })
  .openapi(order, async (c) =>
    c.json(await orderTopics({ member: c.var.member, ...c.req.valid("json"), now: now() }), 200),
  )
  .openapi(change, async (c) => {
    const { topicId } = c.req.valid("param");
    const input = c.req.valid("json");
    return c.json(Saved.parse(await changeTopic({ member: c.var.member, topicId, input, now: now() })), 200);
  })
  .openapi(remove, async (c) => {
    const { topicId } = c.req.valid("param");
    const saved = await setTopicRemoved({ member: c.var.member, topicId, isRemoved: true, now: now() });
    return c.json(Saved.parse(saved), 200);
  });
