import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanContext } from "@/components/widget/context";
import { VisitorContext } from "@/lib/domain/visitor/schema";
import type { PageContext } from "@/lib/widget/protocol";

describe("cleanContext", () => {
  it("passes on what a shop says", () => {
    const given: PageContext = {
      page: { url: "https://shop.example/volt-3", title: "Volt 3 City" },
      product: "Volt 3 City",
      topic: "battery",
      cart: { currency: "EUR", total: 2490, items: [{ name: "Volt 3 City, M", quantity: 1, price: 2490 }] },
    };
    expect(cleanContext(given)).toEqual(given);
  });

  it("drops odd fields and keeps the others", () => {
    const odd = {
      product: 7,
      topic: "battery",
      cart: {
        currency: "EUR",
        total: 10,
        items: [{ name: "Bell", quantity: 1, price: 10 }, null, { name: "Lock" }],
      },
      colour: "red",
    };
    expect(cleanContext(odd as unknown as PageContext)).toEqual({
      product: null,
      topic: "battery",
      cart: { currency: "EUR", total: 10, items: [{ name: "Bell", quantity: 1, price: 10 }] },
    });
  });

  it("makes what the API accepts of anything", () => {
    const anything = fc.record(
      {
        page: fc.oneof(fc.anything(), fc.record({ url: fc.string(), title: fc.anything() })),
        product: fc.anything(),
        topic: fc.oneof(fc.anything(), fc.string({ maxLength: 200 })),
        cart: fc.oneof(
          fc.anything(),
          fc.record({
            currency: fc.oneof(fc.constant("EUR"), fc.string()),
            total: fc.oneof(fc.double(), fc.anything()),
            items: fc.array(
              fc.oneof(
                fc.anything(),
                fc.record({ name: fc.string(), quantity: fc.double(), price: fc.double() }),
              ),
            ),
          }),
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anything, (given) => {
        expect(VisitorContext.safeParse(cleanContext(given as PageContext)).success).toBe(true);
      }),
    );
  });
});
