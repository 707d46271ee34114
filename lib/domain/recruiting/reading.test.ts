import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitsHeading, guessMapping } from "./columns";
import { readLine, topicWords } from "./csv-line";
import { decodeFile } from "./decode";
import { mergedFields } from "./merge";
import { readPost } from "./post-line-schema";

const utf16 = (text: string, big: boolean) => {
  const bytes = Buffer.from(text, "utf16le");
  return new Uint8Array(big ? bytes.swap16() : bytes);
};

describe("decodeFile", () => {
  const text = "name;email\nÉlodie;elodie@example.com\n";
  it.each([
    ["utf-8", new TextEncoder().encode(text)],
    ["utf-8", new TextEncoder().encode(`\ufeff${text}`)],
    ["utf-16le", utf16(`\ufeff${text}`, false)],
    ["utf-16be", utf16(`\ufeff${text}`, true)],
    ["utf-16le", utf16(text, false)],
    ["utf-16be", utf16(text, true)],
    ["windows-1252", new Uint8Array(Buffer.from(text, "latin1"))],
  ])("reads %s", (encoding, bytes) => {
    expect(decodeFile(bytes)).toEqual({ text, encoding });
  });

  it("gives back every UTF-8 text with a mark", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (words) => {
        expect(decodeFile(new TextEncoder().encode(`\ufeff${words}`)).text).toBe(words);
      }),
    );
  });
});

describe("columns", () => {
  it("knows usual names in both languages, each once", () => {
    expect(guessMapping(["Prénom", "Adresse e-mail", "SUJETS", "email"])).toEqual({
      email: 1,
      name: 0,
      topics: 2,
    });
    expect(guessMapping(["foo", "bar"])).toEqual({});
  });

  it("takes a mapping that has the address and uses each column once", () => {
    const heading = ["a", "b", "c"];
    expect(fitsHeading({ email: 2, name: 0 }, heading)).toBe(true);
    expect(fitsHeading({ name: 0 }, heading)).toBe(false);
    expect(fitsHeading({ email: 0, name: 0 }, heading)).toBe(false);
    expect(fitsHeading({ email: 3 }, heading)).toBe(false);
  });
});

describe("readLine", () => {
  const topics = topicWords([{ id: "t1", slug: "battery", names: { en: "Battery", fr: "Batterie" } }]);
  const mapping = { email: 0, name: 1, topics: 2, languages: 3, links: 4 };
  const line = (...cells: string[]) => readLine(cells, mapping, topics);

  it("takes what it understands, and leaves out what not", () => {
    const links = "javascript:alert(1) https://forum.example.org/lena";
    expect(line(" Lena@Example.com ", "", "batterie; wheels", "French, Klingon", links)).toEqual({
      name: "lena",
      email: "lena@example.com",
      topicIds: ["t1"],
      languages: ["fr"],
      owns: null,
      links: ["https://forum.example.org/lena"],
    });
  });

  it.each(["", "lena", "Lena <l@example.com>", "a@example.com,b@example.com"])("refuses %j", (email) => {
    expect(line(email)).toEqual({ problem: "email" });
  });

  it("never throws, whatever a file holds", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (cells) => {
        expect(line(...cells)).toBeTypeOf("object");
      }),
    );
  });
});

describe("readPost", () => {
  it.each([
    ["", "json"],
    ["[]", "json"],
    ["null", "json"],
    ["{", "json"],
    ['{"author":"","text":"x"}', "author"],
    ['{"author":{"x":1},"text":"x"}', "author"],
    ['{"author":"Lena","text":"  "}', "text"],
  ])("refuses %j as %s", (line, problem) => {
    expect(readPost(line)).toEqual({ problem });
  });

  it("leaves out dates, numbers and addresses that cannot be read", () => {
    const odd = {
      author: "Lena",
      text: "Hello",
      date: "soon",
      likes: -3,
      followers: "many",
      url: "javascript:1",
    };
    expect(readPost(JSON.stringify(odd))).toEqual({
      author: "Lena",
      text: "Hello",
      at: null,
      likes: 0,
      followers: 0,
      url: null,
    });
  });

  it("never throws on any JSON", () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(readPost(json)).toBeTypeOf("object");
      }),
    );
  });
});

describe("mergedFields", () => {
  const fields = fc.record({
    email: fc.option(fc.emailAddress()),
    why: fc.option(fc.string()),
    owns: fc.option(fc.string()),
    links: fc.uniqueArray(fc.string()),
    topicIds: fc.uniqueArray(fc.string()),
    languages: fc.uniqueArray(fc.string()),
    score: fc.option(fc.nat(100)),
    stage: fc.constantFrom("found", "invited", "applied"),
    stageAt: fc.date({ noInvalidDate: true }),
    name: fc.string(),
    language: fc.constantFrom("en", "fr"),
    consentAt: fc.option(fc.date({ noInvalidDate: true })),
    source: fc.constantFrom("csv", "application"),
    campaignId: fc.option(fc.string()),
    inviteHash: fc.option(fc.string()),
    inviteUntil: fc.constant(null),
  });

  it("keeps everything of who stays, and loses nothing of the lists", () => {
    fc.assert(
      fc.property(fields, fields, (kept, other) => {
        const merged = mergedFields(kept, other);
        const rank = (each: typeof kept) => ["found", "invited", "applied"].indexOf(each.stage);
        const [first, second] = rank(other) > rank(kept) ? [other, kept] : [kept, other];
        expect(merged.email).toBe(first.email ?? second.email);
        expect([merged.stage, merged.consentAt, merged.name]).toEqual([
          first.stage,
          first.consentAt,
          first.name,
        ]);
        for (const name of ["links", "topicIds", "languages"] as const)
          expect([...merged[name]].sort()).toEqual([...new Set([...kept[name], ...other[name]])].sort());
        expect(mergedFields(merged, other)).toEqual(merged);
        expect(merged.score ?? -1).toBe(Math.max(kept.score ?? -1, other.score ?? -1));
      }),
    );
  });
});
