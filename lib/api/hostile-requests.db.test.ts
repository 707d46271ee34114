import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forgetEnv } from "@/lib/server/env";
import { api } from "./app";
import { addressOf, bodyIds, call, idsFor, isMembers, isUsers, isVisitors, routes } from "./testing/matrix";
import { type MatrixWorld, makeMatrixWorld } from "./testing/matrix-world";
import { sampleBody, stringFields } from "./testing/sample-body";

let world: MatrixWorld;
beforeAll(() => {
  process.env.RATE_LIMITS = "1000";
  process.env.LOG_LEVEL = "error";
  forgetEnv();
});
afterAll(() => {
  delete process.env.RATE_LIMITS;
  delete process.env.LOG_LEVEL;
  forgetEnv();
});

describe("hostile requests", () => {
  beforeAll(async () => {
    world = await makeMatrixWorld();
  });

  it("writing from another site's page: 403 on every route that a cookie opens", async () => {
    const wrong: string[] = [];
    for (const route of routes.filter((each) => isMembers(each) || isUsers(each))) {
      if (route.method === "GET") continue;
      const headers = { ...world.callers.admin.headers, origin: "https://evil.example" };
      const ids = { ...idsFor(world, route, "admin"), channel: "x" };
      const { status, text } = await call(route, headers, ids);
      if (status !== 403 || !text.includes("ORIGIN_REFUSED")) wrong.push(`${route.name}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  it("the header by which Next once let people past its middleware does nothing", async () => {
    const wrong: string[] = [];
    for (const route of routes.filter((each) => each.security?.length)) {
      const headers = {
        ...world.callers.nobody.headers,
        "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware",
      };
      const { status } = await call(route, headers, { ...idsFor(world, route, "expert"), channel: "x" });
      if (status !== 401) wrong.push(`${route.name}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  it("objects and lists where a string belongs: 400, in every field of every body", async () => {
    const wrong: string[] = [];
    for (const route of routes) {
      if (!route.json) continue;
      const by = isVisitors(route) ? "visitor" : "admin";
      const ids = { ...idsFor(world, route, isVisitors(route) ? "expert" : "admin"), channel: "x" };
      const { headers } = world.callers[route.security?.length === 0 ? "nobody" : by];
      for (const path of stringFields(route.json)) {
        for (const hostile of [{ contains: "" }, { not: null }, ["a"], [[]]]) {
          const body = structuredClone(sampleBody(route.json, bodyIds(route, ids))) as Record<
            string,
            unknown
          >;
          setAt(body, path, hostile);
          const answer = await api.request(addressOf(route, ids), {
            method: route.method,
            headers,
            body: JSON.stringify(body),
          });
          if (answer.status !== 400) wrong.push(`${route.name} ${path.join(".")}: ${answer.status}`);
        }
      }
    }
    expect([...new Set(wrong)]).toEqual([]);
  });
});

function setAt(body: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [field = "", ...rest] = path;
  if (rest.length === 0) {
    body[field] = value;
    return;
  }
  const inner = typeof body[field] === "object" && body[field] !== null ? body[field] : {};
  body[field] = inner;
  setAt(inner as Record<string, unknown>, rest, value);
}

/** What a page that believes its readers would run. */
const payloads = [
  `<script>alert(1)</script>`,
  `"><img src=x onerror=alert(1)>`,
  `<svg/onload=alert(1)>`,
  `javascript:alert(1)`,
  `{{constructor.constructor('alert(1)')()}}`,
  `\${alert(1)}`,
  `'; DROP TABLE messages; --`,
  `</title><script>alert(1)</script>`,
  `&lt;b&gt; \u202e\u0007`,
  `=HYPERLINK("https://evil.example")`,
  `[x](javascript:alert(1))`,
  `__proto__`,
];

describe("what people type", () => {
  it.each(payloads)("comes back as the text it is, in JSON: %j", async (payload) => {
    const { ids } = world.belongings.expert;
    const { headers } = world.callers.visitor;
    const clientId = `hostile-${payloads.indexOf(payload)}`;
    const sent = await api.request(`/api/visitor/chats/${ids.chatId}/messages`, {
      method: "POST",
      headers,
      body: JSON.stringify({ clientId, body: payload }),
    });
    expect(sent.status).toBe(200);
    const flag = await api.request(`/api/visitor/chats/${ids.chatId}/flag`, {
      method: "POST",
      headers,
      body: JSON.stringify({ messageId: ids.replyMessageId, reason: "other", words: payload }),
    });
    expect(flag.status).toBe(200);
    for (const [path, reader] of [
      [`/api/visitor/chats/${ids.chatId}/messages`, "visitor"],
      [`/api/brands/${ids.brand}/chats/${ids.chatId}/messages`, "expert"],
      [`/api/brands/${ids.brand}/chats/${ids.chatId}/messages`, "manager"],
    ] as const) {
      const answer = await api.request(path, { headers: world.callers[reader].headers });
      expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
      const { messages } = (await answer.json()) as { messages: { clientId: string; body: string }[] };
      expect(messages.find((message) => message.clientId === clientId)?.body).toBe(payload);
    }
  });
});
