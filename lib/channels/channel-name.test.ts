import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { channelKind, isSocketId } from "./channel-name";

describe("a channel's kind", () => {
  it.each([
    ["news", "public", false, false],
    ["cache-news", "public", false, true],
    ["private-a", "private", false, false],
    ["private-cache-a", "private", false, true],
    ["private-encrypted-a", "private", true, false],
    ["private-encrypted-cache-a", "private", true, true],
    ["presence-a", "presence", false, false],
    ["presence-cache-a", "presence", false, true],
    ["privately", "public", false, false],
    ["__proto__", "public", false, false],
    ["a_-=@,.;9", "public", false, false],
  ])("of %s", (name, access, encrypted, cached) => {
    expect(channelKind(name)).toEqual({ access, encrypted, cached });
  });

  it("of a user's channel names the user", () => {
    expect(channelKind("#server-to-user-7 x")).toMatchObject({ access: "user", userId: "7 x" });
  });

  it.each([
    "",
    "a b",
    "a/b",
    "é",
    "a\n",
    "#private",
    "#server-to-user-",
    "#server-to-userx",
    "a".repeat(201),
  ])("is none for %j", (name) => {
    expect(channelKind(name)).toBeUndefined();
  });

  it("is public only for names without any mark of another kind", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom("", "#", "#server-to-user-", "private-", "presence-"),
        (rest, mark) => {
          const kind = channelKind(mark + rest);
          if (kind?.access === "public") expect(mark + rest).not.toMatch(/^(#|private-|presence-)/);
        },
      ),
    );
  });
});

it("knows a socket id", () => {
  expect(["1.2", "123456789.987654321"].every(isSocketId)).toBe(true);
  expect(["", "1", "1.", ".1", "1.2.3", "a.b", "1.2\n", "-1.2", 1.2, null].some(isSocketId)).toBe(false);
});
