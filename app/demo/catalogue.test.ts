import { describe, expect, it } from "vitest";
import type { Text } from "./_catalogue/product";
import { CATEGORIES, categoryOf, findProduct, isCategory, listCategory, PRODUCTS } from "./catalogue";

function textsOf(product: (typeof PRODUCTS)[number]): Text[] {
  return [
    product.name,
    product.picture,
    product.summary,
    ...product.story,
    ...product.specs.map(({ value }) => value),
    ...(product.sizes ?? []).map(({ fits }) => fits),
  ];
}

describe("the catalogue", () => {
  it("has every product once, on the shelf its page names", () => {
    expect(new Set(PRODUCTS.map(({ slug }) => slug)).size).toBe(PRODUCTS.length);
    for (const product of PRODUCTS) expect(listCategory(categoryOf(product.family))).toContain(product);
  });

  it("fills every shelf", () => {
    for (const category of Object.keys(CATEGORIES).filter(isCategory))
      expect(listCategory(category).length, category).toBeGreaterThan(0);
  });

  it("does not take inherited names for shelves", () => {
    expect(isCategory("constructor")).toBe(false);
  });

  it("recommends only other products that exist", () => {
    for (const { slug, goesWith } of PRODUCTS) {
      expect(goesWith).not.toContain(slug);
      for (const other of goesWith) expect(findProduct(other), `${slug} → ${other}`).toBeDefined();
    }
  });

  it("prices in whole euros, as the basket adds them", () => {
    for (const { slug, price } of PRODUCTS) expect(Number.isInteger(price) && price > 0, slug).toBe(true);
  });

  it("keeps French signs and figures with their word by a non-breaking space", () => {
    const loose = / [:;?!%€»]|« |\d (?:km|kg|Wh|Nm|mm|cm|°C|A|V|W|l|g|h)\b/u;
    for (const product of PRODUCTS) for (const text of textsOf(product)) expect(text.fr).not.toMatch(loose);
  });
});
