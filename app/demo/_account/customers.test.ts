import { describe, expect, it } from "vitest";
import { translate } from "@/app/demo/_shop/text";
import { findProduct } from "@/app/demo/catalogue";
import { locales } from "@/lib/domain/locale";
import { IdentityClaims } from "@/lib/domain/visitor/schema";
import { claimsOf } from "./claims";
import { CUSTOMERS, dateOrder, findCustomer, nameOrder } from "./customers";

const now = new Date("2026-03-10T22:30:00.000Z");

describe("the shop's customers", () => {
  it("bought what the shop sells, in sizes that exist", () => {
    for (const { slug, size } of CUSTOMERS.flatMap(({ orders }) => orders)) {
      const product = findProduct(slug);
      expect(product, slug).toBeDefined();
      const sizes = product?.sizes?.map(({ name }) => name);
      if (sizes) expect(sizes).toContain(size);
      else expect(size).toBeUndefined();
    }
  });

  it("have numbers of their own, and orders from the newest on", () => {
    const orders = CUSTOMERS.flatMap((customer) => customer.orders);
    for (const numbers of [CUSTOMERS.map(({ number }) => number), orders.map(({ number }) => number)])
      expect(new Set(numbers).size).toBe(numbers.length);
    for (const { orders } of CUSTOMERS) {
      const days = orders.map(({ orderedDaysAgo }) => orderedDaysAgo);
      expect(days).toEqual([...days].sort((a, b) => a - b));
    }
  });

  it("are found by what a cookie says, and nobody by anything else", () => {
    expect(findCustomer("marie")?.name).toBe("Marie Lefèvre");
    for (const word of ["", "Marie", "nobody", "__proto__", null, undefined])
      expect(findCustomer(word)).toBeUndefined();
  });

  it("see their orders in words of their language", () => {
    const [order] = findCustomer("marie")!.orders;
    expect(nameOrder(order!, "en")).toBe("Volt 3 City, M");
    expect(dateOrder(order!, { language: "en", now })).toBe("11 January 2026");
    expect(dateOrder(order!, { language: "fr", now })).toBe("11 janvier 2026");
  });

  it("are told to the widget in claims that Entraide takes", () => {
    for (const language of locales) {
      for (const customer of CUSTOMERS) {
        const claims = claimsOf(customer, { language, t: translate(language), now });
        expect(IdentityClaims.parse(claims)).toEqual(claims);
      }
    }
    expect(claimsOf(findCustomer("tomasz")!, { language: "en", t: translate("en"), now })).toEqual({
      sub: "C-1187",
      name: "Tomasz Nowak",
      email: "tomasz.nowak@example.com",
      facts: {
        "Customer number": "C-1187",
        "Order VV-20655": "Volt 5 Long, M–L, 7 March 2026, being built",
      },
    });
  });
});
