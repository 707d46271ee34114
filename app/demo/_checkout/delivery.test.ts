import { describe, expect, it } from "vitest";
import { checkDelivery, type Delivery, feeEuros, listMethods } from "./delivery";

const marie: Delivery = {
  name: "Marie Aubert",
  email: "marie@example.fr",
  country: "FR",
  street: "4 rue des Tanneurs",
  postcode: "69005",
  city: "Lyon",
  method: "home",
};

describe("checkDelivery", () => {
  it("lets a complete address go", () => {
    expect(checkDelivery(marie)).toEqual({});
  });

  it("names what is missing, in the order of the form", () => {
    expect(Object.entries(checkDelivery({ ...marie, name: " ", street: "", city: "" }))).toEqual([
      ["name", "nameMissing"],
      ["street", "streetMissing"],
      ["city", "cityMissing"],
    ]);
  });

  it.each(["marie", "marie@", "marie@example", "ma rie@example.fr", "a@b@example.fr"])(
    "refuses the e-mail %s",
    (email) => {
      expect(checkDelivery({ ...marie, email })).toEqual({ email: "emailWrong" });
    },
  );

  it("measures postcodes by the country", () => {
    expect(checkDelivery({ ...marie, postcode: "1050" })).toEqual({ postcode: "postcodeWrong" });
    expect(checkDelivery({ ...marie, country: "BE", postcode: "1050" })).toEqual({});
    expect(checkDelivery({ ...marie, postcode: "6900A" })).toEqual({ postcode: "postcodeWrong" });
  });

  it("asks for no address at a workshop", () => {
    expect(checkDelivery({ ...marie, method: "workshop", street: "", postcode: "", city: "" })).toEqual({});
  });
});

describe("the price of delivery", () => {
  it("is free at home from 150 euros on, and at a workshop always", () => {
    expect(feeEuros("home", 149)).toBe(6);
    expect(feeEuros("home", 150)).toBe(0);
    expect(feeEuros("workshop", 10)).toBe(0);
    expect(feeEuros("mechanic", 5000)).toBe(49);
  });

  it("offers the mechanic only with a bike", () => {
    expect(listMethods(false)).not.toContain("mechanic");
    expect(listMethods(true)).toContain("mechanic");
  });
});
