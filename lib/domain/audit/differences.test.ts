import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differences, isSame } from "./differences";

describe("isSame", () => {
  it.each([
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
    [{ a: 1 }, { a: 1, b: undefined }, true],
    [["a", "b"], ["b", "a"], false],
    [[], {}, false],
    [null, {}, false],
    [null, null, true],
    [1, "1", false],
  ])("of %j and %j is %s", (one, other, same) => {
    expect(isSame(one, other)).toBe(same);
  });

  it("holds for everything and its copy", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => isSame(value, structuredClone(value))));
  });
});

describe("differences", () => {
  it("names the fields that differ, before and after", () => {
    const stored = { name: "Shop", languages: ["en"], url: null };
    expect(
      differences(stored, { name: "Shop", languages: ["en", "fr"], url: "x", colour: undefined }),
    ).toEqual({
      before: { languages: ["en"], url: null },
      after: { languages: ["en", "fr"], url: "x" },
    });
  });

  it("is null when nothing differs", () => {
    expect(differences({ a: { en: "x" } }, { a: { en: "x" } })).toBeNull();
  });
});
