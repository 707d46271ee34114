import type { Locale } from "@/lib/domain/locale";
import { CARGO_BIKES } from "./_catalogue/cargo-bikes";
import { CITY_BIKES } from "./_catalogue/city-bikes";
import { POWER_ACCESSORIES } from "./_catalogue/power-accessories";
import type { Family, Product } from "./_catalogue/product";
import { RIDING_ACCESSORIES } from "./_catalogue/riding-accessories";
import { TOURING_BIKES } from "./_catalogue/touring-bikes";

/** Everything the shop shows, in the order of its shelves. */
export const PRODUCTS: readonly Product[] = [
  ...CITY_BIKES,
  ...CARGO_BIKES,
  ...TOURING_BIKES,
  ...POWER_ACCESSORIES,
  ...RIDING_ACCESSORIES,
];

/** The shelves that have a page of their own under `/demo/`, and the families on each. */
export const CATEGORIES = {
  bikes: ["city", "cargo", "touring"],
  "city-bikes": ["city"],
  "cargo-bikes": ["cargo"],
  "touring-bikes": ["touring"],
  accessories: ["accessory"],
} as const satisfies Record<string, readonly Family[]>;
export type Category = keyof typeof CATEGORIES;

/** Whether a path segment names a shelf. */
export function isCategory(segment: string): segment is Category {
  return Object.hasOwn(CATEGORIES, segment);
}

/** The products of a shelf, in shelf order. */
export function listCategory(category: Category): Product[] {
  const families: readonly Family[] = CATEGORIES[category];
  return PRODUCTS.filter((product) => families.includes(product.family));
}

/** The narrowest shelf that holds a family. */
export function categoryOf(family: Family): Category {
  return family === "accessory" ? "accessories" : `${family}-bikes`;
}

/** A product by its slug, or undefined. */
export function findProduct(slug: string): Product | undefined {
  return PRODUCTS.find((product) => product.slug === slug);
}

/** What the basket needs to know about a product, in one language; prices in whole euros. */
export type ShelfItem = Pick<Product, "slug" | "price" | "family" | "drawing" | "tone"> & { name: string };
export type Shelf = Record<string, ShelfItem>;

/** The whole shop in short, by slug, for the client. */
export function buildShelf(language: Locale): Shelf {
  return Object.fromEntries(
    PRODUCTS.map(({ slug, price, family, drawing, tone, name }) => [
      slug,
      { slug, price, family, drawing, tone, name: name[language] },
    ]),
  );
}
