import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findLinks } from "@/components/widget/links";
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
