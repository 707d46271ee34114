import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitLinks } from "@/components/chat/split-links";

const linksOf = (text: string) =>
  splitLinks(text)
    .filter(({ isLink }) => isLink)
    .map((part) => part.text);

describe("splitLinks", () => {
  it.each([
    ["See https://volt.example/winter.", ["https://volt.example/winter"]],
    ["(http://a.example/b), or not", ["http://a.example/b"]],
    ["https://a.example/x_(y) and https://b.example", ["https://a.example/x_(y)", "https://b.example"]],
    ["« https://a.example/é?q=1&r=2#s »", ["https://a.example/é?q=1&r=2#s"]],
    ["javascript:alert(1) data:text/html,x ftp://a.example", []],
    ["https://", []],
    ["www.volt.example", []],
  ])("finds in %j the links %j", (text, links) => {
    expect(linksOf(text)).toEqual(links);
  });

  it("loses nothing of any text", () => {
    const word = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.webUrl(),
      fc.constantFrom(" ", "\n", "). ", "http://"),
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join("");
        expect(
          splitLinks(text)
            .map((part) => part.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });

  it("makes a link of nothing but http and https", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.webUrl(), (before, address) => {
        for (const link of linksOf(`${before} ${address}`))
          expect(new URL(link).protocol).toMatch(/^https?:$/);
      }),
    );
  });
});
