import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CannedReply } from "@/lib/domain/canned-reply/view";
import { fillReply, matchReplies, replyQuery } from "@/lib/domain/desk/reply";
import { id } from "@/lib/domain/desk/testing/desk";

const reply = (
  number: number,
  shortcut: string,
  title: string,
  language: "en" | "fr" = "en",
): CannedReply => ({
  id: id(number),
  shortcut,
  title,
  body: "Hello",
  language,
  version: 1,
});

describe("replyQuery", () => {
  it.each([
    ["/", ""],
    ["/hel", "hel"],
    ["/délai-2", "délai-2"],
    ["hello /hel", null],
    ["/hel lo", null],
    ["/usr/bin", null],
    ["", null],
    ["/a\n", null],
  ])("of %j is %j", (text, query) => {
    expect(replyQuery(text)).toBe(query);
  });
});

describe("matchReplies", () => {
  const replies = [
    reply(1, "thanks", "Thank you for waiting"),
    reply(2, "hello", "Hello"),
    reply(3, "bonjour", "Bonjour", "fr"),
    reply(4, "délai", "Délai de réponse", "fr"),
    reply(5, "wait", "One moment"),
  ];
  const found = (query: string, language = "en") =>
    matchReplies(replies, query, language).map(({ shortcut }) => shortcut);

  it("shows all for an empty query, the visitor's language first", () => {
    expect(found("")).toEqual(["hello", "thanks", "wait", "bonjour", "délai"]);
    expect(found("", "fr-BE").slice(0, 2)).toEqual(["bonjour", "délai"]);
  });

  it("puts shortcuts before titles, whatever the case and accents", () => {
    expect(found("WAIT")).toEqual(["wait", "thanks"]);
    expect(found("delai", "fr")).toEqual(["délai"]);
    expect(found("zzz")).toEqual([]);
  });
});

describe("fillReply", () => {
  it("puts the names in, wherever they stand", () => {
    expect(fillReply("Hello {visitor}, {me} here. {me}", { visitor: "Marie", me: "Julien M." })).toBe(
      "Hello Marie, Julien here. Julien",
    );
  });

  it("leaves out a name that nobody told, and the space before it", () => {
    expect(fillReply("Hello {visitor}, welcome", { visitor: null, me: "Julien" })).toBe("Hello, welcome");
    expect(fillReply("{visitor}?", { visitor: "  ", me: "Julien" })).toBe("?");
  });

  it("leaves other braces, and names that look like a place, as they are", () => {
    expect(fillReply("{order} {visitor}", { visitor: "{me} $1", me: "Julien" })).toBe("{order} {me} $1");
  });

  it("changes nothing in words without places", () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !/\{(visitor|me)\}/.test(text)),
        (text) => {
          expect(fillReply(text, { visitor: "Marie", me: "Julien" })).toBe(text);
        },
      ),
    );
  });
});
