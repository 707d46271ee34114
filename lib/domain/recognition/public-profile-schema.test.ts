import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ChangePublicProfile, profileSlug, shuffled } from "./public-profile-schema";

describe("profileSlug", () => {
  const taken =
    (...slugs: string[]) =>
    (slug: string) =>
      !slugs.includes(slug);
  it.each([
    ["Nadia B.", [], "nadia-b"],
    ["Nadia B.", ["nadia-b"], "nadia-b-2"],
    ["Nadia B.", ["nadia-b", "nadia-b-2"], "nadia-b-3"],
    ["Join", [], "join-2"],
    ["Éloïse", [], "eloise"],
    ["ナディア", [], "owner"],
  ] as const)("of %s beside %j: %s", (name, slugs, slug) => {
    expect(profileSlug(name, taken(...slugs))).toBe(slug);
  });
});

describe("ChangePublicProfile", () => {
  it.each([
    ["I ride 22 km a day, whatever the weather.", true],
    ["Call me on 06 12 34 56 78", false],
    ["Write to nadia@example.com", false],
    ["See https://example.com/me", false],
    ["Two\nlines", false],
    ["x".repeat(201), false],
  ])("takes “%s”: %s", (line, isFine) => {
    expect(ChangePublicProfile.safeParse({ version: 0, line }).success).toBe(isFine);
  });
});

describe("shuffled", () => {
  const owners = Array.from({ length: 12 }, (_, index) => ({
    slug: `owner-${index}`,
    presence: null,
    thanks: index,
  }));

  it("puts who can be asked first, and loses nobody", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.record({
            slug: fc.string({ minLength: 1 }),
            presence: fc.constantFrom("free" as const, "busy" as const, null),
          }),
          { selector: ({ slug }) => slug },
        ),
        (people) => {
          const order = shuffled(people, "2026-03-10");
          expect(new Set(order)).toEqual(new Set(people));
          const groups = order.map(({ presence }) => ["free", "busy", null].indexOf(presence));
          expect(groups).toEqual(groups.toSorted());
        },
      ),
    );
  });

  it("puts others first on other days, the same all day", () => {
    const first = (day: number) => shuffled(owners, `2026-03-${day}`)[0]?.slug;
    expect(new Set(Array.from({ length: 20 }, (_, day) => first(day + 10))).size).toBeGreaterThan(4);
    expect(shuffled(owners.toReversed(), "2026-03-10")).toEqual(shuffled(owners, "2026-03-10"));
  });
});
