import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerpt, foundFrom, foundTo, highlight } from "./highlight";

/** Whatever a browser may send, halves of signs included. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 40 })
  .map((points) => String.fromCodePoint(...points));

const marked = (text: string) => text.replaceAll("[", foundFrom).replaceAll("]", foundTo);
const shown = (pieces: ReturnType<typeof highlight>) =>
  pieces.map(({ text, isFound }) => (isFound ? `[${text}]` : text)).join("");

describe("highlight", () => {
  it.each([
    ["La batterie est Réparée.", "la batterie est [reparee].", "La batterie est [Réparée]."],
    ["Ma sœur a un VÉLO", "ma [soeur] a un [velo]", "Ma [sœur] a un [VÉLO]"],
    ["re\u0301pare\u0301e ici", "[reparee] ici", "[re\u0301pare\u0301e] ici"],
    ["a 🚲 b", "a 🚲 [b]", "a 🚲 [b]"],
    ["a <b>x</b>", "a  b [x] /b ", "a <b>[x]</b>"],
  ])("shows in %s what was found in its plain form", (text, plain, expected) => {
    expect(shown(highlight(text, [marked(plain)]))).toBe(expected);
  });

  it("joins what both languages found", () => {
    expect(shown(highlight("two words", [marked("[two] words"), marked("two [words]")]))).toBe(
      "[two] [words]",
    );
  });

  it("marks nothing by a form that is not this text's", () => {
    expect(shown(highlight("İstanbul", [marked("[istanbul] x")]))).toBe("İstanbul");
  });

  it("never changes a text", () => {
    fc.assert(
      fc.property(anyText, anyText, (text, other) => {
        expect(
          highlight(text, [other])
            .map((piece) => piece.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });
});

describe("excerpt", () => {
  const long = `${"before ".repeat(40)}FOUND ${"after ".repeat(60)}`;
  it("keeps the found word with some words around it", () => {
    const pieces = highlight(long, [marked(long.toLowerCase().replace("found", "[found]"))]);
    const text = shown(excerpt(pieces, 30));
    expect(text).toMatch(/^…(before )+\[FOUND\] (after ?)+…$/);
    expect(text.length).toBeLessThan(140);
  });

  it("is the beginning when nothing was found, and all of a short text", () => {
    expect(shown(excerpt(highlight("A short one", [])))).toBe("A short one");
    expect(shown(excerpt(highlight(long, []), 20))).toMatch(/^before before .*…$/);
  });
});
