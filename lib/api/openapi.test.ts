import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { api } from "./app";

const folder = new URL(".", import.meta.url);

/** What the route files declare, read as text: `method` and `path` of every createRoute. */
function declared(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .flatMap((name) => readFileSync(new URL(name, folder), "utf8").split("createRoute({").slice(1))
    .map((text) => {
      const [, method] = /method: "(\w+)"/.exec(text) ?? [];
      const [, path] = /path: "([^"]+)"/.exec(text) ?? [];
      return `${method} /api${path}`;
    })
    .sort();
}

type Operation = {
  summary?: string;
  security?: Record<string, string[]>[];
  responses: Record<string, unknown>;
  parameters?: { name: string; in: string }[];
};

async function described(): Promise<Map<string, Operation>> {
  const answer = await api.request("/api/openapi.json");
  const { paths } = (await answer.json()) as { paths: Record<string, Record<string, Operation>> };
  return new Map(
    Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => [`${method} ${path}`, operation] as const),
    ),
  );
}

describe("GET /api/openapi.json", () => {
  it("describes every route that the files declare, and no other", async () => {
    const routes = declared();
    expect(routes.length).toBeGreaterThan(40);
    expect([...(await described()).keys()].sort()).toEqual(routes);
  });

  it("says of every route what it does, who may, what it answers and how it refuses", async () => {
    for (const [route, operation] of await described()) {
      expect(operation.summary, route).toBeTruthy();
      expect(operation.security, route).toBeDefined();
      expect(operation.responses, route).toHaveProperty("200");
      expect(operation.responses, route).toHaveProperty("default");
      const named = [...route.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      const described = (operation.parameters ?? [])
        .filter((p) => p.in === "path")
        .map((p) => p.name)
        .sort();
      expect(described, route).toEqual(named);
    }
  });

  it("opens members' doors to a session alone, and visitors' to a token alone", async () => {
    for (const [route, { security = [] }] of await described()) {
      const kinds = security.flatMap((entry) => Object.keys(entry));
      if (route.includes(" /api/brands/")) expect(kinds, route).toEqual(["session"]);
      if (route.includes(" /api/visitor/")) expect(kinds, route).toEqual(["visitor"]);
    }
  });
});
