import { beforeEach, describe, expect, it } from "vitest";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { resetDatabase } from "@/lib/server/testing/database";
import { makeBrand, morning, type TestBrand } from "@/lib/server/testing/world";
import { getSite } from "./get-site";

let brand: TestBrand;
beforeEach(async () => {
  await resetDatabase();
  brand = await makeBrand();
});

const get = (origin: string | null, key = brand.site.publicKey, now = morning) =>
  getSite({ key, locale: "fr", origin, now });

describe("getSite", () => {
  it.each(["https://shop.example.com", "http://localhost:3000", null])("answers %s", async (origin) => {
    const site = await get(origin);
    expect(site).toMatchObject({ name: "Volt & Vélo", availability: { kind: "none", online: 0 } });
    expect(site.words.askOwner).toBe("Demander à un propriétaire");
    expect(JSON.stringify(site)).not.toContain(brand.site.secret);
  });

  it.each([
    "https://evil.example",
    "https://shop.example.com.evil.example",
    "http://shop.example.com",
    "https://shop.example.com:8443",
    "null",
  ])("refuses the origin %s", async (origin) => {
    await expect(get(origin)).rejects.toMatchObject({ code: "ORIGIN_NOT_ALLOWED" });
  });

  it("says how the button looks, and the brand's words in the language asked for", async () => {
    expect(await get(null)).toMatchObject({
      colour: "",
      ink: "",
      // Left this Tuesday morning: answered by ten on Wednesday, in Paris.
      leaveBy: "2026-03-11T09:00:00.000Z",
      position: "right",
      ownerWord: null,
      privacyLine: null,
      privacyUrl: null,
    });
    await db().site.update({
      where: { id: brand.site.id },
      data: { colour: "#1e5b43", position: "left", ownerWord: { en: "a rider", fr: "un cycliste" } },
    });
    await db().brand.update({
      where: { id: brand.id },
      data: { privacyLine: { en: "English only" }, privacyUrl: "https://shop.example.com/privacy" },
    });
    expect(await get(null)).toMatchObject({
      colour: "#1e5b43",
      ink: "#ffffff",
      position: "left",
      ownerWord: "un cycliste",
      privacyLine: null,
      privacyUrl: "https://shop.example.com/privacy",
      words: { askOwner: "Demander à un cycliste" },
    });
  });

  it("notes where the loader was first and last seen, and the last origin that it refused", async () => {
    const seen = () =>
      db().site.findUniqueOrThrow({
        where: { id: brand.site.id },
        select: { installedAt: true, seenAt: true, seenOrigin: true, refusedOrigin: true },
      });
    await get("http://localhost:3000");
    await get(null);
    expect(await seen()).toMatchObject({ installedAt: null, refusedOrigin: null });
    await get("https://shop.example.com");
    const first = { installedAt: morning, seenOrigin: "https://shop.example.com" };
    expect(await seen()).toMatchObject({ ...first, seenAt: morning, refusedOrigin: null });
    await get("https://shop.example.com", brand.site.publicKey, later(morning, 30));
    expect(await seen()).toMatchObject({ ...first, seenAt: morning });
    await get("https://shop.example.com", brand.site.publicKey, later(morning, 61));
    expect(await seen()).toMatchObject({ ...first, seenAt: later(morning, 61) });
    await expect(get("https://www.example.com")).rejects.toMatchObject({ code: "ORIGIN_NOT_ALLOWED" });
    expect(await seen()).toMatchObject({ ...first, refusedOrigin: "https://www.example.com" });
  });

  it("no longer knows a removed site, nor one of a closed brand, nor offers a removed topic", async () => {
    await db().topic.update({ where: { id: brand.topics.brakes.id }, data: { deletedAt: morning } });
    expect((await get(null)).topics.map(({ slug }) => slug)).toEqual(["battery"]);
    await db().site.update({ where: { id: brand.site.id }, data: { deletedAt: morning } });
    await expect(get(null)).rejects.toMatchObject({ code: "SITE_UNKNOWN" });
    await db().site.update({ where: { id: brand.site.id }, data: { deletedAt: null } });
    await db().brand.update({ where: { id: brand.id }, data: { deletedAt: morning } });
    await expect(get(null)).rejects.toMatchObject({ code: "SITE_UNKNOWN" });
  });

  it("knows no other key", async () => {
    await expect(get("https://shop.example.com", "nonsense")).rejects.toMatchObject({ code: "SITE_UNKNOWN" });
  });
});
