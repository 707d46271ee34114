import { describe, expect, it } from "vitest";
import type { Report } from "@/lib/domain/moderation/view";
import { choicesOf, commandOf, keyOf } from "./keys";

const person = (kind: Report["about"]["kind"]) => ({ kind, id: "a".repeat(32), name: "Somebody" });
const report = (given: Partial<Report>): Report => ({
  key: "visitor:a",
  about: person("visitor"),
  earlier: 0,
  bannedUntil: null,
  standing: null,
  flags: [],
  chatId: "c".repeat(32),
  questionId: "d".repeat(32),
  messageId: null,
  isHidden: false,
  context: [],
  language: "en",
  visitorName: null,
  ...given,
});
const messageId = "b".repeat(32);
const owner = person("owner");

describe("what can be decided", () => {
  it.each([
    ["a visitor", report({}), ["dismiss", "ban"]],
    ["a visitor who is banned", report({ bannedUntil: "2026-03-11T09:00:00.000Z" }), ["dismiss"]],
    ["his message", report({ messageId }), ["hide", "dismiss", "ban"]],
    ["his hidden message", report({ messageId, isHidden: true }), ["hide", "restore", "ban"]],
    ["an owner", report({ about: owner, standing: "active" }), ["dismiss", "pause", "suspend"]],
    ["a paused owner", report({ about: owner, standing: "paused" }), ["dismiss", "suspend"]],
    ["a suspended one", report({ about: owner, standing: "suspended" }), ["dismiss"]],
    ["one who left", report({ about: owner, standing: "gone", messageId }), ["hide", "dismiss"]],
  ] as const)("about %s", (_, subject, choices) => {
    expect(choicesOf(subject)).toEqual(choices);
  });
});

describe("keys", () => {
  const press = { altKey: false, ctrlKey: false, metaKey: false, isComposing: false };

  it("are one for each command", () => {
    expect(new Set(Object.values(keyOf)).size).toBe(Object.keys(keyOf).length);
  });

  it("mean their command, with and without Shift, and nothing together with others", () => {
    expect(commandOf({ ...press, key: "j" })).toBe("next");
    expect(commandOf({ ...press, key: "J" })).toBe("next");
    expect(commandOf({ ...press, key: "?" })).toBe("help");
    expect(commandOf({ ...press, key: "q" })).toBeNull();
    for (const held of ["altKey", "ctrlKey", "metaKey", "isComposing"])
      expect(commandOf({ ...press, key: "h", [held]: true })).toBeNull();
  });
});
