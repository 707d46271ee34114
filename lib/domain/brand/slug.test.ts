import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Slug } from "@/lib/domain/schema";
import { isReservedSlug, slugOf } from "./slug";

describe("slugOf", () => {
  it.each([
    ["Volt & Vélo", "volt-velo"],
    ["  Œuvres d’été ", "oeuvres-d-ete"],
    ["Straße 7", "strasse-7"],
    ["---", ""],
    ["東京", ""],
    ["a".repeat(50), "a".repeat(40)],
    [`${"a".repeat(39)} b`, "a".repeat(39)],
  ])("makes %s to %s", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it("is empty or fit for an address", () => {
    fc.assert(
      fc.property(fc.string(), (name) => slugOf(name) === "" || Slug.safeParse(slugOf(name)).success),
    );
  });
});

describe("isReservedSlug", () => {
  it("keeps the product's own addresses", () => {
    expect(["api", "setup", "sign-in", "invitation"].every(isReservedSlug)).toBe(true);
    expect(isReservedSlug("volt-velo")).toBe(false);
  });
});
