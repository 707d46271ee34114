import { describe, expect, it } from "vitest";
import { chatStanding, countChats, sortChats } from "./conversations";
import { ago, chatRow, helperCard, testNow } from "./testing/board";

describe("chatStanding", () => {
  it.each([
    ["waits", "visitor", 8, false],
    ["waits", "visitor", 72, true],
    ["answered", "member", 300, false],
    ["joined", "system", 2, false],
  ] as const)("%s when %s wrote last, %d s ago", (kind, lastAuthor, seconds, isSlow) => {
    const row = chatRow({ chatId: "a", lastAuthor, lastAt: ago(seconds) });
    expect(chatStanding(row, testNow)).toEqual({ kind, seconds, isSlow });
  });

  it("is searching while nobody carries the chat, whoever wrote last", () => {
    const row = chatRow({ chatId: "a", helper: null, lastAuthor: "member" });
    expect(chatStanding(row, testNow)).toMatchObject({ kind: "searching", isSlow: true });
  });
});

const mixed = [
  chatRow({ chatId: "young", startedAt: ago(10) }),
  chatRow({ chatId: "old", startedAt: ago(900), helper: helperCard("staff") }),
  chatRow({ chatId: "slow", startedAt: ago(100), lastAuthor: "visitor", lastAt: ago(61) }),
  chatRow({ chatId: "slower", startedAt: ago(90), lastAuthor: "visitor", lastAt: ago(80) }),
  chatRow({ chatId: "lost", startedAt: ago(20), helper: null }),
];

describe("sortChats", () => {
  it("shows first who needs a look, then the others by age", () => {
    const shown = sortChats(mixed, "all", testNow).map(({ chatId }) => chatId);
    expect(shown).toEqual(["lost", "slower", "slow", "old", "young"]);
  });

  it("leaves a row in its place when its helper answers", () => {
    const before = sortChats(mixed, "all", testNow);
    const answered = mixed.map((row) => (row.chatId === "young" ? { ...row, lastAt: ago(0) } : row));
    expect(sortChats(answered, "all", testNow).map(({ chatId }) => chatId)).toEqual(
      before.map(({ chatId }) => chatId),
    );
  });

  it("keeps to the chats of owners, or of staff", () => {
    expect(sortChats(mixed, "staff", testNow).map(({ chatId }) => chatId)).toEqual(["old"]);
    expect(sortChats(mixed, "owner", testNow)).toHaveLength(3);
  });
});

describe("countChats", () => {
  it("counts what each choice shows", () => {
    expect(countChats(mixed)).toEqual({ all: 5, owner: 3, staff: 1 });
  });
});
