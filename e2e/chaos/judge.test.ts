import { describe, expect, it } from "vitest";
import { judgeMessages, judgeScreens } from "@/e2e/chaos/judge";

const stored = (...clientIds: string[]) =>
  clientIds.map((clientId, at) => ({ chatId: "a", seq: at + 1, clientId }));
const taken = (clientId: string, seq: number, by: "visitor" | "member" = "visitor") => ({
  chatId: "a",
  clientId,
  seq,
  by,
});

describe("what people were told of their messages", () => {
  it("is nothing to speak of when each is stored once, where it was said to be", () => {
    expect(judgeMessages([taken("one", 1), taken("two", 2, "member")], stored("one", "two"))).toEqual([]);
  });

  it("tells of one that is missing, is elsewhere, or is there twice", () => {
    expect(judgeMessages([taken("gone", 3)], stored("one", "two"))).toEqual([
      "1 messages that were taken are not at their place in the chat.",
    ]);
    expect(judgeMessages([taken("two", 1)], stored("one", "two"))).toHaveLength(1);
    expect(judgeMessages([taken("one", 1)], stored("one", "one"))).toEqual(["1 messages are stored twice."]);
  });

  it("tells of one that overtook, and of a hole", () => {
    expect(judgeMessages([taken("two", 2), taken("one", 1)], stored("one", "two"))).toEqual([
      "1 messages overtook an earlier one of the same side.",
    ]);
    expect(judgeMessages([], stored("one", "two", "three").slice(1))).toEqual([
      "1 chats have a hole in the numbers of their messages.",
    ]);
  });
});

describe("what screens showed", () => {
  const seen = (...clientIds: string[]) => [{ chatId: "a", clientIds, isWhole: true }];
  const nobody = { messages: [], shownToHelpers: new Set<string>() };

  it("is the chat as it is stored", () => {
    expect(judgeScreens({ ...nobody, seen: seen("one", "two") }, stored("one", "two"))).toEqual([]);
    for (const wrong of [seen("one"), seen("two", "one"), [{ ...seen("one", "two")[0]!, isWhole: false }]]) {
      expect(judgeScreens({ ...nobody, seen: wrong }, stored("one", "two"))).toHaveLength(1);
    }
  });

  it("holds every word of the visitor on a helper's screen", () => {
    const messages = [taken("one", 1), taken("two", 2, "member")];
    const record = { seen: [], messages, shownToHelpers: new Set<string>() };
    expect(judgeScreens(record, stored("one", "two"))).toHaveLength(1);
    expect(judgeScreens({ ...record, shownToHelpers: new Set(["one"]) }, stored("one", "two"))).toEqual([]);
  });
});
