import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findLinks, webAddress } from "@/components/widget/links";
import { dayName, timeOfDay } from "@/components/widget/time-words";

describe("findLinks", () => {
  it("links web addresses and leaves the sentence its signs", () => {
    expect(findLinks("See https://volt.example/a?b=c#d, please.")).toEqual([
      { text: "See " },
      { text: "https://volt.example/a?b=c#d", href: "https://volt.example/a?b=c#d" },
      { text: ", please." },
    ]);
    const hrefs = (text: string) => findLinks(text).flatMap(({ href }) => href ?? []);
    expect(hrefs("(https://volt.example/a)")).toEqual(["https://volt.example/a"]);
    expect(hrefs("https://volt.example/a_(b)")).toEqual(["https://volt.example/a_(b)"]);
    expect(hrefs("HTTP://volt.example")).toEqual(["HTTP://volt.example"]);
  });

  it("links nothing else", () => {
    for (const text of [
      "javascript:alert(1)",
      "data:text/html,x",
      "volt.example",
      "https://",
      "ftp://volt.example",
      "<img src=x>",
    ])
      expect(findLinks(text)).toEqual([{ text }]);
  });

  const tricks = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "\u0001javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "java\u00adscript:alert(1)",
    "javascript&colon;alert(1)",
    "vbscript:msgbox(1)",
    "VBSCRIPT:msgbox(1)",
    "data:text/html;base64,PHNjcmlwdD4=",
    "DATA:text/html,<script>alert(1)</script>",
    "blob:x",
    "file:///etc/passwd",
    "http\u200b://volt.example",
    "xhttps://volt.example",
    "//volt.example",
  ];

  it.each(tricks)("makes no link of %j, alone or in a sentence", (trick) => {
    for (const text of [trick, `See ${trick} now`, `(${trick})`])
      expect(findLinks(text).map(({ href }) => href)).toEqual([undefined]);
  });

  it.each([
    ["javascript:location='https://volt.example/'", "https://volt.example/"],
    ["javascript:https://volt.example/%0aalert(1)", "https://volt.example/%0aalert(1)"],
    ["data:text/html,https://volt.example/", "https://volt.example/"],
    ["https://volt.example/\u202Egpj.exe", "https://volt.example/"],
    ["https://volt.example/a\u0000b", "https://volt.example/a"],
    ["hTtPs://volt.example/", "hTtPs://volt.example/"],
  ])("links of %j the web address alone", (text, href) => {
    expect(findLinks(text).flatMap((piece) => piece.href ?? [])).toEqual([href]);
    expect(["http:", "https:"]).toContain(new URL(href).protocol);
  });

  it.each(tricks)("lets the address of a brand's policy not be %j", (trick) => {
    expect(webAddress(trick)).toBeNull();
  });

  it("loses no character of any text", () => {
    const text = fc
      .array(fc.oneof(fc.string(), fc.constantFrom("https://a.b/", "http://", ")", ". ")))
      .map((all) => all.join(""));
    fc.assert(
      fc.property(text, (given) => {
        const pieces = findLinks(given);
        expect(pieces.map((piece) => piece.text).join("")).toBe(given);
        for (const { href } of pieces)
          if (href) expect(["http:", "https:"]).toContain(new URL(href).protocol);
      }),
    );
  });
});

describe("times", () => {
  const at = new Date("2026-03-02T09:05:00Z");

  it("are told as each language tells them", () => {
    expect(timeOfDay(at, "en", "Europe/Paris")).toBe("10:05");
    expect(timeOfDay(at, "fr", "Europe/Paris")).toBe("10\u00a0h\u00a005");
    expect(timeOfDay(new Date("2026-03-02T09:00:00Z"), "fr", "Europe/Paris")).toBe("10\u00a0h");
  });

  it("name the day in the reader's zone", () => {
    const evening = new Date("2026-03-01T23:30:00Z");
    expect(dayName(at, evening, "en", "UTC")).toEqual({ kind: "tomorrow" });
    expect(dayName(at, evening, "en", "Europe/Paris")).toEqual({ kind: "today" });
    expect(dayName(evening, at, "en", "UTC")).toEqual({ kind: "yesterday" });
    expect(dayName(new Date("2026-03-05T09:00:00Z"), at, "fr", "UTC")).toEqual({
      kind: "day",
      name: "jeudi",
    });
    expect(dayName(new Date("2026-03-20T09:00:00Z"), at, "en", "UTC")).toEqual({
      kind: "day",
      name: "20 March",
    });
  });
});
