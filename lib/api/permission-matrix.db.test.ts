import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { channels } from "@/lib/domain/channel";
import { can } from "@/lib/domain/permission/permission";
import { forgetEnv } from "@/lib/server/env";
import {
  call,
  idsFor,
  isMembers,
  isUsers,
  isVisitors,
  least,
  type Route,
  routes,
  scopeOf,
} from "./testing/matrix";
import {
  type CallerName,
  everything,
  type Ids,
  type MatrixWorld,
  makeMatrixWorld,
} from "./testing/matrix-world";

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

describe("what every route declares", () => {
  it("is who may call it: a visitor, a signed-in person, a member with a scope, or by name anybody", () => {
    expect(routes.length).toBeGreaterThan(90);
    for (const route of routes) {
      expect(
        route.security,
        `${route.name} declares nobody: spread asVisitor, asMember, asUser or asAnybody`,
      ).toBeDefined();
      const isAnybodys = route.security?.length === 0;
      expect(
        [isAnybodys, isMembers(route), isUsers(route), isVisitors(route)].filter(Boolean),
        route.name,
      ).toHaveLength(1);
      expect(isMembers(route), route.name).toBe(route.path.startsWith("/api/brands/"));
      expect(isVisitors(route), route.name).toBe(
        route.path.startsWith("/api/visitor/") || route.path === "/api/realtime/visitor",
      );
    }
  });
});

describe("refusals", () => {
  beforeAll(async () => {
    world = await makeMatrixWorld();
  });

  async function expectRefusals(
    calls: { route: Route; by: CallerName; ids: Ids; status: number; what: string }[],
  ): Promise<void> {
    const before = await everything();
    const wrong: string[] = [];
    for (const { route, by, ids, status, what } of calls) {
      const answer = await call(route, world.callers[by].headers, ids);
      if (answer.status !== status)
        wrong.push(
          `${route.name} by ${by} with ${what}: ${answer.status}, not ${status}: ${answer.text.slice(0, 160)}`,
        );
    }
    expect(wrong).toEqual([]);
    expect(await everything(), "a refused call changed something").toEqual(before);
  }

  it("members' routes: 401 for nobody, 403 for visitors and lesser roles, 404 for strangers and who has no place", async () => {
    const expected = (route: Route, by: CallerName): number | null => {
      if (by === "nobody") return 401;
      if (by === "visitor" || by === "otherVisitor" || by === "foreignVisitor") return 403;
      if (by === "suspended" || by === "left" || by === "foreignAdmin") return 404;
      return can(by, scopeOf(route) ?? "administer") ? null : 403;
    };
    await expectRefusals(
      routes.filter(isMembers).flatMap((route) =>
        (Object.keys(world.callers) as CallerName[]).flatMap((by) => {
          const status = expected(route, by);
          return status === null
            ? []
            : (["expert", "foreign"] as const).map((whose) => ({
                route,
                by,
                ids: { ...idsFor(world, route, whose), brand: world.own.brand.slug },
                status,
                what: `the ids of ${whose}`,
              }));
        }),
      ),
    );
  });

  it("members' routes: 404 for each id of another brand, in one's own brand", async () => {
    await expectRefusals(
      routes.filter(isMembers).flatMap((route) => {
        const by = least(scopeOf(route) ?? "administer");
        const own = idsFor(world, route, by);
        const foreign = idsFor(world, route, "foreign", "foreign");
        return route.params
          .filter((name) => name !== "brand")
          .flatMap((name) => [
            {
              route,
              by,
              ids: { ...own, [name]: foreign[name] ?? "" },
              status: 404,
              what: `a foreign ${name}`,
            },
            {
              route,
              by,
              ids: { ...own, [name]: name === "auditId" ? "999999" : "f".repeat(32) },
              status: 404,
              what: `a ${name} of nobody`,
            },
          ]);
      }),
    );
  });

  it("members' routes: 404 for an expert with what is a colleague's", async () => {
    const personal = new Set([
      "chatId",
      "offerId",
      "messageId",
      "visitorId",
      "ownershipId",
      "recordId",
      "thanksId",
      "learnerId",
      "attemptId",
    ]);
    await expectRefusals(
      routes
        .filter((route) => isMembers(route) && can("expert", scopeOf(route) ?? "administer"))
        .filter((route) => route.params.some((name) => personal.has(name)))
        .map((route) => ({
          route,
          by: "expert" as const,
          ids: idsFor(world, route, "colleague"),
          status: 404,
          what: "a colleague's ids",
        })),
    );
  });

  it("visitors' routes: 401 without his token, whatever cookies come; 404 for another visitor's ids", async () => {
    const named = routes.filter(isVisitors);
    const cookies = [
      "nobody",
      "expert",
      "agent",
      "manager",
      "admin",
      "suspended",
      "left",
      "foreignAdmin",
    ] as const;
    const channel = channels.visitor(world.belongings.expert.visitor.id);
    await expectRefusals([
      ...named.flatMap((route) =>
        cookies.map((by) => ({
          route,
          by,
          ids: { ...idsFor(world, route, "expert"), channel },
          status: 401,
          what: "a visitor's ids",
        })),
      ),
      ...named
        .filter((route) => route.params.length > 0 || route.path === "/api/realtime/visitor")
        .flatMap((route) =>
          (["otherVisitor", "foreignVisitor"] as const).map((by) => ({
            route,
            by,
            ids: { ...idsFor(world, route, "expert"), channel },
            status: 404,
            what: "another visitor's ids",
          })),
        ),
    ]);
  });

  it("signed-in people's routes: 401 for nobody, 403 for visitors, 404 for what is not theirs", async () => {
    const users = routes.filter(isUsers);
    const ids = { ...world.belongings.foreign.ids, channel: channels.brand(world.foreign.brand.id) };
    await expectRefusals(
      users.flatMap((route) => [
        { route, by: "nobody" as const, ids, status: 401, what: "any ids" },
        { route, by: "visitor" as const, ids, status: 403, what: "any ids" },
        ...(route.params.length > 0
          ? [{ route, by: "admin" as const, ids, status: 404, what: "another brand's ids" }]
          : []),
      ]),
    );
  });
});
