import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filterQuery, isNarrowed, readFilter } from "./schema";

/** Whatever a browser may send, halves of signs included. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 40 })
  .map((points) => String.fromCodePoint(...points));

const topic = "0123456789abcdef0123456789abcdef";
const nothing = readFilter({});

describe("readFilter", () => {
  it("reads what filterQuery wrote", () => {
    const filter = {
      q: 'batterie "hiver" -pluie',
      topic,
      helper: topic,
      state: "ended",
      promise: "kept",
      stars: "4",
      from: "2026-03-01",
      to: "2026-03-10",
      after: `1773133200000-${topic}`,
    };
    const query = filterQuery(readFilter(filter));
    expect(readFilter(Object.fromEntries(new URLSearchParams(query)))).toEqual(filter);
    expect(filterQuery(nothing)).toBe("");
  });

  it.each([
    { topic: "../../etc" },
    { state: "asked" },
    { stars: "6" },
    { from: "2026-02-30" },
    { to: "yesterday" },
    { after: "'; drop table" },
    { promise: ["maybe", "kept"] },
    { q: "\0 \u2028" },
  ])("takes %j as not set", (params) => {
    expect(readFilter(params)).toEqual(nothing);
  });

  it("never fails, and searches for one line of a bounded length", () => {
    const value = fc.oneof(anyText, fc.array(anyText), fc.constant(undefined));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(nothing), "other"), value), (params) => {
        const { q } = readFilter(params);
        expect(q.length).toBeLessThanOrEqual(200);
        expect(q).not.toMatch(/\p{Cc}/u);
        expect(q.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe("isNarrowed", () => {
  it("tells a filter from a later page", () => {
    expect(isNarrowed({ ...nothing, after: `1-${topic}` })).toBe(false);
    expect(isNarrowed({ ...nothing, stars: "1" })).toBe(true);
    expect(isNarrowed({ ...nothing, q: "a" })).toBe(true);
  });
});
