import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { pageRoutes } from "@/lib/start/page-routes";

const root = mkdtempSync(path.join(tmpdir(), "entraide-routes-"));
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("pageRoutes", () => {
  it("calls an address by its page's pattern, so that no token or name of it is kept", async () => {
    mkdirSync(path.join(root, ".next"), { recursive: true });
    const dynamicRoutes = [
      { page: "/a/[token]", regex: "^/a/([^/]+?)(?:/)?$" },
      { page: "/[brand]/desk", regex: "^/([^/]+?)/desk(?:/)?$" },
    ];
    const staticRoutes = [{ page: "/sign-in", regex: "^/sign\\-in(?:/)?$" }];
    writeFileSync(
      path.join(root, ".next/routes-manifest.json"),
      JSON.stringify({ staticRoutes, dynamicRoutes }),
    );
    const routeOf = await pageRoutes(root, false);
    expect(routeOf("/a/s3cret-token")).toEqual({ route: "/a/[token]", often: false });
    expect(routeOf("/volt-velo/desk").route).toBe("/[brand]/desk");
    expect(routeOf("/sign-in").route).toBe("/sign-in");
    expect(routeOf("/nadia@example.com").route).toBe("/*");
    expect(routeOf("/_next/static/chunks/app.js")).toEqual({ route: "/_next/*", often: true });
    expect(routeOf("/widget.js")).toEqual({ route: "/*.file", often: true });
    expect(routeOf("/apps/1234/events")).toEqual({ route: "/apps/*", often: true });
  });

  it("does without a build", async () => {
    expect((await pageRoutes(root, false))("/a/s3cret")).toEqual({ route: "/*", often: false });
    expect((await pageRoutes(process.cwd(), true))("/a/s3cret")).toEqual({ route: "/*", often: false });
  });
});
