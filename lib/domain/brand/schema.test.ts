import { describe, expect, it } from "vitest";
import { brandSettings, ChangeBrand, CreateBrand, spoken, WebAddress } from "./schema";

const brand = { name: "Volt & Vélo", slug: "volt-velo", languages: ["fr"], timeZone: "Europe/Paris" };

describe("CreateBrand", () => {
  it("takes a brand, each language once", () => {
    expect(CreateBrand.parse({ ...brand, languages: ["fr", "en", "fr"] }).languages).toEqual(["fr", "en"]);
  });

  it.each([
    { name: "  " },
    { name: "x".repeat(81) },
    { slug: "Volt" },
    { slug: "-volt" },
    { slug: "setup" },
    { languages: [] },
    { languages: ["de"] },
    { timeZone: "Mars/Olympus" },
    { timeZone: "" },
    { more: 1 },
  ])("refuses %j", (wrong) => {
    expect(CreateBrand.safeParse({ ...brand, ...wrong }).success).toBe(false);
  });
});

describe("ChangeBrand", () => {
  it("takes settings within their range, and null for the default", () => {
    const settings = { targetSeconds: 20, widenAt: 0.5, leftAnswerHour: null };
    expect(ChangeBrand.parse({ version: 1, settings })).toEqual({ version: 1, settings });
  });

  it.each([
    { targetSeconds: 4 },
    { targetSeconds: 15.5 },
    { newExpertCapacity: 5 },
    { retentionDays: 0 },
    { widenAt: 1.5 },
    { leaseSeconds: 5 },
  ])("refuses %j", (settings) => {
    expect(ChangeBrand.safeParse({ version: 1, settings }).success).toBe(false);
  });
});

describe("WebAddress", () => {
  it.each(["https://example.com/privacy", "http://example.com"])("takes %s", (address) => {
    expect(WebAddress.safeParse(address).success).toBe(true);
  });
  it.each(["javascript:alert(1)", "data:text/html,x", "example.com", "https://a:b@example.com", ""])(
    "refuses %s",
    (address) => {
      expect(WebAddress.safeParse(address).success).toBe(false);
    },
  );
});

describe("brandSettings", () => {
  it("completes what is stored, and refuses what is no setting", () => {
    expect(brandSettings({ targetSeconds: 20 })).toMatchObject({ targetSeconds: 20, promiseSeconds: 30 });
    expect(() => brandSettings({ colour: 1 })).toThrow();
  });
});

describe("spoken", () => {
  it("leaves empty languages out", () => {
    expect(spoken({ en: "a", fr: "" })).toEqual({ en: "a" });
  });
});
