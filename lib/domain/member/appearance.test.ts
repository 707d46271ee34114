import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { initialsOf, tintOf, tints } from "@/lib/domain/member/appearance";

describe("initialsOf", () => {
  it.each([
    ["Nadia Benali", "NB"],
    ["Nadia B.", "NB"],
    ["marie", "M"],
    ["Jean-Pierre", "JP"],
    ["Ana Maria da Silva", "AS"],
    ["  Élodie   d’Arc ", "ÉA"],
    ["E\u0301lodie", "É"],
    ["ßen", "S"],
    ["李 小龍", "李小"],
    ["🚲 Tomasz", "T"],
    ["42", "4"],
    ["", "?"],
    ["🚲", "?"],
  ])("reads %j as %j", (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  it("never gives more than two letters, nor any space or sign", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        expect(initialsOf(name)).toMatch(/^(\?|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*)$/u);
        expect([...initialsOf(name).replace(/\p{M}/gu, "")].length).toBeLessThanOrEqual(2);
      }),
    );
  });
});

describe("tintOf", () => {
  it("stays the same for the same person", () => {
    expect(tintOf("0f3a9c5e7b1d2846a0c4e8f213579bdf")).toBe(tintOf("0f3a9c5e7b1d2846a0c4e8f213579bdf"));
    expect(tintOf("nadia")).toBe("plum");
  });

  it("spreads people over all six grounds, none over twice its share", () => {
    const counts = new Map<string, number>();
    for (let index = 0; index < 6_000; index += 1) {
      const tint = tintOf(index.toString(16).padStart(32, "0"));
      counts.set(tint, (counts.get(tint) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual([...tints].sort());
    for (const count of counts.values()) expect(count).toBeLessThan(2_000);
  });
});
