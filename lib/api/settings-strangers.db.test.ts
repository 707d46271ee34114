import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/server/database";
import { makeBrand, makeMember, type TestBrand } from "@/lib/server/testing/world";
import { ask, makeSettingsWorld, refusal } from "./testing/settings-world";

let brand: TestBrand;
let site: string;
let inBrand: Awaited<ReturnType<typeof makeSettingsWorld>>["inBrand"];
beforeEach(async () => {
  ({ brand, site, inBrand } = await makeSettingsWorld());
});

describe("strangers", () => {
  const id = "0".repeat(32);
  const routes: [string, string, unknown?][] = [
    ["GET", "/settings"],
    ["PATCH", "/settings", { version: 1 }],
    ["GET", "/guide"],
    ["POST", "/guide/away"],
    ["POST", "/close", { name: "x" }],
    ["GET", "/sites"],
    ["POST", "/sites", { name: "x", allowedOrigins: [] }],
    ["GET", `/sites/${id}`],
    ["PATCH", `/sites/${id}`, { version: 1 }],
    ["POST", `/sites/${id}/secret`, { rotate: false }],
    ["POST", `/sites/${id}/remove`, { name: "x" }],
    ["POST", `/sites/${id}/restore`],
    ["GET", "/topics"],
    ["POST", "/topics", { slug: "x", names: { en: "x" } }],
    ["POST", "/topics/order", { from: [], to: [] }],
    ["PATCH", `/topics/${id}`, { version: 1, names: { en: "x" } }],
    ["POST", `/topics/${id}/remove`],
    ["GET", "/audits"],
    ["POST", "/audits/1/undo"],
  ];

  it.each(routes)("find nothing at %s %s, and helpers may not", async (method, path, body) => {
    const eve = await makeMember(await makeBrand(), { role: "admin" });
    expect(await inBrand(eve, method, path, body)).toMatchObject({ status: 404, json: refusal("NOT_FOUND") });
    const julien = await makeMember(brand, { role: "agent" });
    expect(await inBrand(julien, method, path, body)).toMatchObject({ status: 403 });
  });

  it.each([
    ["GET", ""],
    ["PATCH", ""],
    ["POST", "/remove"],
    ["POST", "/secret"],
  ])("cannot reach a foreign site through their own brand: %s %s", async (method, rest) => {
    const other = await makeBrand();
    const eve = await makeMember(other, { role: "admin" });
    const bodies: Record<string, unknown> = {
      PATCH: { version: 1, name: "x" },
      "/remove": { name: "Shop" },
      "/secret": { rotate: true },
    };
    const body = bodies[rest] ?? bodies[method];
    const path = `/brands/${other.slug}${site}${rest}`;
    expect(await ask(eve, method, path, body)).toMatchObject({ status: 404 });
    expect((await db().site.findUniqueOrThrow({ where: { id: brand.site.id } })).secret).toBe(
      brand.site.secret,
    );
  });
});
