import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add,
  type Cart,
  countItems,
  lineKey,
  MAX_QUANTITY,
  parseCart,
  putBack,
  remove,
  setQuantity,
  totalEuros,
} from "./cart";

const known = () => true;
const bike = { slug: "bike", size: "M", quantity: 1 };
const lock = { slug: "lock", quantity: 2 };

describe("reading a stored basket", () => {
  it("gives back what was written", () => {
    const cart: Cart = [bike, lock];
    expect(parseCart(JSON.stringify(cart), known)).toEqual(cart);
  });

  it("never throws and never yields a line outside the rules, whatever storage holds", () => {
    const anyJson = fc.json().map(String);
    const nearly = fc
      .array(fc.record({ slug: fc.anything(), size: fc.anything(), quantity: fc.anything() }))
      .map((lines) => JSON.stringify(lines));
    fc.assert(
      fc.property(fc.oneof(fc.string(), anyJson, nearly), (stored) => {
        const cart = parseCart(stored, known);
        for (const line of cart) {
          expect(line.quantity).toBeGreaterThanOrEqual(1);
          expect(line.quantity).toBeLessThanOrEqual(MAX_QUANTITY);
        }
        expect(new Set(cart.map(lineKey)).size).toBe(cart.length);
      }),
    );
  });

  it("drops products the shop no longer has, and joins lines stored twice", () => {
    const stored = JSON.stringify([bike, lock, bike, { slug: "gone", quantity: 1 }]);
    expect(parseCart(stored, (slug) => slug !== "gone")).toEqual([{ ...bike, quantity: 2 }, lock]);
  });
});

describe("changing the basket", () => {
  it("keeps sizes of one product apart", () => {
    expect(add([bike], { ...bike, size: "L" })).toHaveLength(2);
  });

  it("keeps quantities between one and the maximum", () => {
    expect(setQuantity([lock], "lock", 0)[0]?.quantity).toBe(1);
    expect(setQuantity([lock], "lock", 99)[0]?.quantity).toBe(MAX_QUANTITY);
    expect(add([lock], { ...lock, quantity: 99 })[0]?.quantity).toBe(MAX_QUANTITY);
  });

  it("undoes a removal exactly, at its place", () => {
    const cart: Cart = [bike, lock, { slug: "pump", quantity: 1 }];
    cart.forEach((line, index) => {
      expect(putBack(remove(cart, lineKey(line)), line, index)).toEqual(cart);
    });
  });

  it("does not double a line that came back by itself before the undo", () => {
    expect(putBack([lock], { ...lock, quantity: 1 }, 0)).toEqual([lock]);
  });

  it("counts pieces and adds prices by quantity", () => {
    expect(countItems([bike, lock])).toBe(3);
    expect(totalEuros([bike, lock], (slug) => (slug === "bike" ? 2490 : 99))).toBe(2688);
  });
});
