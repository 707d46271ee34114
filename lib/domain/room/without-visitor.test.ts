import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutVisitor } from "./without-visitor";

describe("withoutVisitor", () => {
  it.each([
    ["Marie asks whether it holds", ["Marie"], "[…] asks whether it holds"],
    ["MARIE, marie and Marie-Claude", ["Marie"], "[…], […] and […]-Claude"],
    ["Mariette is a town", ["Marie"], "Mariette is a town"],
    ["said Jean-Paul d’Arc", ["Jean-Paul d’Arc"], "said […]"],
    ["a letter from Arc", ["Jean d'Arc"], "a letter from […]"],
    ["I, too", ["I"], "I, too"],
    ["see https://shop.example.com/orders/7?a=b now", [], "see […] now"],
    ["see www.example.com", [], "see […]"],
    ["order 9f86d081884c7d659a2feaa0c55ad015", [], "order […]"],
    ["key 123e4567-e89b-12d3-a456-426614174000", [], "key […]"],
    ["write to marie@example.com", ["Marie"], "write to [@ •••]"],
    ["Élodie est là", ["élodie"], "[…] est là"],
  ])("of %j, asked by %j, is %j", (text, names, expected) => {
    expect(withoutVisitor(text, names)).toBe(expected);
  });

  it("leaves no name of two letters or more as a word, whatever stands around it", () => {
    const name = fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ÿ]{2,12}$/);
    const around = fc.constantFrom(" ", ", ", ". ", " (", ") ", "!", "’");
    fc.assert(
      fc.property(name, around, around, fc.constantFrom("x", "y z", ""), (who, before, after, rest) => {
        const masked = withoutVisitor(`a${before}${who}${after}${rest}`, [who]);
        const words = masked.toLowerCase().split(/[^\p{L}\p{N}]+/u);
        expect(words.filter((word) => word === who.toLowerCase())).toEqual(
          ["a", ...rest.split(" ")].filter((word) => word === who.toLowerCase()),
        );
      }),
    );
  });

  it("changes nothing twice", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 200 }),
        fc.array(fc.string({ maxLength: 10 }), { maxLength: 3 }),
        (text, names) => {
          const once = withoutVisitor(text, names);
          expect(withoutVisitor(once, names)).toBe(once);
        },
      ),
    );
  });
});
