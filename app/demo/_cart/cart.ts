/** One line of the basket: a product, in a size where it has sizes. */
export type Line = { slug: string; size?: string; quantity: number };
export type Cart = readonly Line[];

/** More of one thing than this is a mistake or an order for the workshop. */
export const MAX_QUANTITY = 9;

/** What tells a line from another: the same product in two sizes makes two lines. */
export function lineKey({ slug, size }: Pick<Line, "slug" | "size">): string {
  return size ? `${slug}/${size}` : slug;
}

/**
 * Reads a stored basket. What storage holds may be old, foreign or broken: lines that make no sense,
 * or that name products the shop does not have, are left out.
 */
export function parseCart(stored: string | null, isKnown: (slug: string) => boolean): Cart {
  if (!stored) return [];
  let value: unknown;
  try {
    value = JSON.parse(stored);
  } catch {
    return [];
  }
  if (!Array.isArray(value)) return [];
  return value
    .flatMap(readLine)
    .reduce<Cart>((cart, line) => (isKnown(line.slug) ? add(cart, line) : cart), []);
}

function readLine(value: unknown): Line[] {
  if (typeof value !== "object" || value === null) return [];
  const { slug, size, quantity } = value as Record<string, unknown>;
  if (typeof slug !== "string" || !Number.isInteger(quantity) || Number(quantity) < 1) return [];
  return [{ slug, quantity: Number(quantity), ...(typeof size === "string" && size ? { size } : {}) }];
}

/** The basket with a line added, or with its quantity raised where it was there already. */
export function add(cart: Cart, line: Line): Cart {
  const key = lineKey(line);
  const present = cart.find((other) => lineKey(other) === key);
  if (!present) return [...cart, { ...line, quantity: Math.min(line.quantity, MAX_QUANTITY) }];
  return setQuantity(cart, key, present.quantity + line.quantity);
}

/** The basket with another quantity on one line, kept between 1 and the maximum. */
export function setQuantity(cart: Cart, key: string, quantity: number): Cart {
  const kept = Math.max(1, Math.min(quantity, MAX_QUANTITY));
  return cart.map((line) => (lineKey(line) === key ? { ...line, quantity: kept } : line));
}

/** The basket without a line. */
export function remove(cart: Cart, key: string): Cart {
  return cart.filter((line) => lineKey(line) !== key);
}

/** The basket with a removed line back in its place; a line added again meanwhile stays as it is. */
export function putBack(cart: Cart, line: Line, index: number): Cart {
  if (cart.some((other) => lineKey(other) === lineKey(line))) return cart;
  return [...cart.slice(0, index), line, ...cart.slice(index)];
}

/** How many things are in the basket. */
export function countItems(cart: Cart): number {
  return cart.reduce((sum, line) => sum + line.quantity, 0);
}

/** The price of the basket in whole euros; `priceOf` gives one product's price. */
export function totalEuros(cart: Cart, priceOf: (slug: string) => number): number {
  return cart.reduce((sum, line) => sum + line.quantity * priceOf(line.slug), 0);
}
