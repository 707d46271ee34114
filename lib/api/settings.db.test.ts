import { beforeEach, describe, expect, it } from "vitest";
import type { MemberActor } from "@/lib/server/account/actor";
import { later, now } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { refreshAvailability } from "@/lib/server/presence/refresh-availability";
import { hearEvents } from "@/lib/server/testing/heard";
import type { TestBrand } from "@/lib/server/testing/world";
import { api } from "./app";
import { ask, makeSettingsWorld, refusal } from "./testing/settings-world";

let brand: TestBrand;
let claire: MemberActor;
let helene: MemberActor;
let site: string;
let inBrand: Awaited<ReturnType<typeof makeSettingsWorld>>["inBrand"];
let journal: Awaited<ReturnType<typeof makeSettingsWorld>>["journal"];
beforeEach(async () => {
  ({ brand, claire, helene, site, inBrand, journal } = await makeSettingsWorld());
});

describe("a site", () => {
  it("is made with mended origins, and changed by admins alone", async () => {
    const body = { name: "Blog", allowedOrigins: ["Blog.example.com/fr", "https://blog.example.com/"] };
    expect(await inBrand(helene, "POST", "/sites", body)).toMatchObject({ status: 403 });
    const made = await inBrand(claire, "POST", "/sites", body);
    expect(made.json).toMatchObject({
      name: "Blog",
      allowedOrigins: ["https://blog.example.com"],
      pages: { include: ["*"], exclude: ["/", "/contact*"] },
      installedAt: null,
      version: 1,
    });
    expect(JSON.stringify(made.json)).not.toContain("secret");
    const change = { version: 1, colour: "#1e5b43" };
    expect(await inBrand(helene, "PATCH", site, change)).toMatchObject({ status: 403 });
    expect(await inBrand(claire, "PATCH", site, change)).toMatchObject({ status: 200 });
    expect(await inBrand(helene, "GET", site)).toMatchObject({ json: { colour: "#1e5b43" } });
  });

  it.each([
    [{ colour: "#ffd400" }, "colour"],
    [{ colour: "red" }, "colour"],
    [{ allowedOrigins: ["https://ok.example", "http://shop.example.com"] }, "allowedOrigins.1"],
    [{ position: "top" }, "position"],
    [{ pages: { include: [], exclude: [] } }, "pages.include"],
    [{ pages: { include: ["shop"], exclude: [] } }, "pages.include.0"],
  ])("refuses %j", async (wrong, field) => {
    expect(await inBrand(claire, "PATCH", site, { version: 1, ...wrong })).toMatchObject({
      status: 400,
      json: refusal("INVALID_INPUT", { field }),
    });
  });

  it("is removed by its name, its pages lose the button, and it comes back", async () => {
    const expiresAt = later(now(), 60);
    await db().lease.create({ data: { memberId: helene.id, screenId: "screen-one", expiresAt } });
    await refreshAvailability({ brandId: brand.id, now: now() });
    const heard = hearEvents();
    expect(await inBrand(claire, "POST", `${site}/remove`, { name: "shop" })).toMatchObject({
      json: refusal("NAME_WRONG"),
    });
    expect(await inBrand(claire, "POST", `${site}/remove`, { name: "Shop" })).toMatchObject({
      status: 200,
    });
    expect(heard.of(brand.site.id)).toEqual(["availability"]);
    expect((await api.request(`/api/sites/${brand.site.publicKey}`)).status).toBe(404);
    expect((await inBrand(claire, "GET", site)).status).toBe(404);
    const { sites, removed } = (await inBrand(helene, "GET", "/sites")).json;
    expect(sites).toEqual([]);
    expect(removed).toMatchObject([{ id: brand.site.id, name: "Shop" }]);
    expect(await inBrand(claire, "POST", `${site}/restore`)).toMatchObject({ status: 200 });
    expect((await api.request(`/api/sites/${brand.site.publicKey}`)).status).toBe(200);
    expect(await inBrand(claire, "POST", `${site}/restore`)).toMatchObject({ status: 404 });
  });

  it("shows its secret to admins, makes a new one, and keeps both out of the journal", async () => {
    expect(await inBrand(helene, "POST", `${site}/secret`, { rotate: false })).toMatchObject({
      status: 403,
    });
    const shown = await inBrand(claire, "POST", `${site}/secret`, { rotate: false });
    expect(shown.json).toEqual({ secret: brand.site.secret });
    const made = await inBrand(claire, "POST", `${site}/secret`, { rotate: true });
    expect(made.json.secret).not.toBe(brand.site.secret);
    const lines = await journal();
    expect(lines).toMatchObject([{ action: "secret-rotated" }, { action: "secret-shown" }]);
    expect(JSON.stringify(lines)).not.toContain(String(made.json.secret));
  });
});

describe("topics", () => {
  const slugs = async () =>
    ((await inBrand(helene, "GET", "/topics")).json.topics as { slug: string }[]).map(({ slug }) => slug);

  it("are added with their badges, renamed, ordered, removed and brought back", async () => {
    const made = await inBrand(helene, "POST", "/topics", { slug: "range", names: { en: "Range", fr: "" } });
    expect(made.json).toMatchObject({ slug: "range", names: { en: "Range", fr: "Range" }, version: 1 });
    expect(await db().badge.count({ where: { brandId: brand.id, key: { startsWith: "topic-range" } } })).toBe(
      3,
    );
    expect(await inBrand(helene, "POST", "/topics", { slug: "range", names: { en: "x" } })).toMatchObject({
      status: 409,
      json: refusal("NAME_TAKEN", { field: "slug" }),
    });
    const id = String(made.json.id);
    await inBrand(helene, "PATCH", `/topics/${id}`, { version: 1, names: { en: "Range", fr: "Autonomie" } });
    const { battery, brakes } = brand.topics;
    const [first, second] = [battery, brakes].sort((a, b) => (a.id < b.id ? -1 : 1));
    const from = [first?.id ?? "", second?.id ?? "", id];
    const to = [id, ...from.slice(0, 2)];
    const ordered = await inBrand(helene, "POST", "/topics/order", { from, to });
    expect(ordered.status).toBe(200);
    expect(await slugs()).toEqual(["range", first?.slug, second?.slug]);
    expect(await inBrand(claire, "POST", "/topics/order", { from, to })).toMatchObject({
      json: refusal("CHANGED_MEANWHILE", { name: "Hélène F." }),
    });
    expect(await inBrand(claire, "POST", "/topics/order", { from: to, to: [id] })).toMatchObject({
      status: 400,
    });
    const removed = await inBrand(helene, "POST", `/topics/${id}/remove`);
    expect(await slugs()).not.toContain("range");
    await inBrand(helene, "POST", `/audits/${removed.json.auditId}/undo`);
    expect(await slugs()).toContain("range");
    await inBrand(helene, "POST", `/audits/${ordered.json.auditId}/undo`);
    expect(await slugs()).toEqual([first?.slug, second?.slug, "range"]);
  });
});

describe("a brand", () => {
  const words = { name: "Café Noir", slug: "cafe-noir", languages: ["fr"], timeZone: "Europe/Paris" };

  it("is created by operators, who administer it", async () => {
    expect(await ask(claire, "POST", "/brands", words)).toMatchObject({ status: 403 });
    await db().user.update({
      where: { id: claire.userId },
      data: { isOperator: true, name: "Claire Martin" },
    });
    expect(await ask(claire, "POST", "/brands", words)).toMatchObject({ json: { slug: "cafe-noir" } });
    expect(await ask(claire, "POST", "/brands", words)).toMatchObject({
      json: refusal("NAME_TAKEN", { field: "slug" }),
    });
    const [admin] = await db().member.findMany({ where: { brand: { slug: "cafe-noir" } } });
    expect(admin).toMatchObject({ role: "admin", displayName: "Claire M.", userId: claire.userId });
    const guide = await ask(claire, "GET", "/brands/cafe-noir/guide");
    expect(guide.json).toMatchObject({ isShown: true });
    await ask(claire, "POST", "/brands/cafe-noir/guide/away");
    expect((await ask(claire, "GET", "/brands/cafe-noir/guide")).json).toMatchObject({ isShown: false });
  });

  it("is closed by its name, vanishes for everybody, and comes back", async () => {
    const heard = hearEvents();
    expect(await inBrand(helene, "POST", "/close", { name: brand.name })).toMatchObject({ status: 403 });
    expect(await inBrand(claire, "POST", "/close", { name: "Volt" })).toMatchObject({
      json: refusal("NAME_WRONG"),
    });
    expect(await inBrand(claire, "POST", "/close", { name: brand.name })).toMatchObject({ status: 200 });
    expect(heard.of(helene.id)).toEqual(["sync"]);
    expect(heard.of(brand.site.id)).toEqual(["availability"]);
    expect((await inBrand(claire, "GET", "/settings")).status).toBe(404);
    expect((await api.request(`/api/sites/${brand.site.publicKey}`)).status).toBe(404);
    const reopen = (member: MemberActor) => ask(member, "POST", `/closed-brands/${brand.id}/reopen`);
    expect(await reopen(helene)).toMatchObject({ status: 404 });
    expect(await reopen(claire)).toMatchObject({ json: { slug: brand.slug } });
    expect((await inBrand(claire, "GET", "/settings")).status).toBe(200);
    expect(await reopen(claire)).toMatchObject({ status: 404 });
  });
});
