import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { channels } from "@/lib/domain/channel";
import { roles } from "@/lib/domain/member/role";
import { can } from "@/lib/domain/permission/permission";
import { forgetEnv } from "@/lib/server/env";
import { call, idsFor, isMembers, isVisitors, least, routes, scopeOf } from "./testing/matrix";
import { type MatrixWorld, makeMatrixWorld } from "./testing/matrix-world";

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

describe("with his own ids nobody is refused by who he is", () => {
  it.each(
    routes
      .filter((route) => isMembers(route) || isVisitors(route))
      .map((route) => [route.name, route] as const),
  )("%s", async (_, route) => {
    world = await makeMatrixWorld();
    const scope = scopeOf(route);
    const by = scope ? least(scope) : "visitor";
    const own = idsFor(world, route, by === "visitor" ? "expert" : by);
    const ids = { ...own, channel: channels.visitor(own.visitorId ?? "") };
    const { status, text } = await call(route, world.callers[by].headers, ids);
    expect([401, 403, 404, 500], `${status} ${text.slice(0, 200)}`).not.toContain(status);
    if (route.method !== "GET" || !scope) return;
    for (const role of roles.filter((each) => can(each, scope))) {
      const answer = await call(route, world.callers[role].headers, idsFor(world, route, role));
      expect([401, 403, 404, 500], `${role}: ${answer.text.slice(0, 200)}`).not.toContain(answer.status);
    }
  });
});
