import { beforeEach, describe, expect, it } from "vitest";
import { resetDatabase } from "@/lib/server/testing/database";
import { makeBrand, morning, type TestBrand } from "@/lib/server/testing/world";
import { getSite } from "./get-site";

let brand: TestBrand;
beforeEach(async () => {
  await resetDatabase();
  brand = await makeBrand();
});

const get = (origin: string | null, key = brand.site.publicKey) =>
  getSite({ key, locale: "fr", origin, now: morning });

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

  it("knows no other key", async () => {
    await expect(get("https://shop.example.com", "nonsense")).rejects.toMatchObject({ code: "SITE_UNKNOWN" });
  });
});
