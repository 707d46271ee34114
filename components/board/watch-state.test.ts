import { describe, expect, it } from "vitest";
import { message, staffChat } from "./testing/board";
import { needsReading, openWatch, reduceWatch, type WatchAction } from "./watch-state";

const chatId = "c";
const folded = (...actions: WatchAction[]) => actions.reduce(reduceWatch, openWatch(chatId));
const loaded = (upTo: number, version = 1): WatchAction => ({
  type: "loaded",
  chat: staffChat({ id: chatId, version, lastSeq: upTo }),
  messages: Array.from({ length: upTo }, (_, index) => message({ chatId, seq: index + 1 })),
});

describe("reduceWatch", () => {
  it("shows each message once, in order, whichever way and however often it came", () => {
    const watch = folded({ type: "message", message: message({ chatId, seq: 3 }) }, loaded(2), loaded(3));
    expect(watch.messages.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it("takes over that a message was hidden", () => {
    const hidden = message({ chatId, seq: 1, isHidden: true });
    expect(folded(loaded(2), { type: "message", message: hidden }).messages[0]).toEqual(hidden);
  });

  it("leaves other chats alone", () => {
    const other = message({ chatId: "d", seq: 1 });
    expect(folded({ type: "message", message: other }).messages).toEqual([]);
    expect(folded({ ...loaded(1), chat: staffChat({ id: "d" }) } as WatchAction).chat).toBeNull();
  });

  it("keeps the newer of two snapshots of the chat", () => {
    expect(folded(loaded(2, 5), loaded(1, 4)).chat?.version).toBe(5);
  });

  it("stops showing that somebody types once he has written, not when the other has", () => {
    const typing: WatchAction = { type: "typing", typing: { by: "visitor", name: "Marie" } };
    const written = (author: "visitor" | "member"): WatchAction => ({
      type: "message",
      message: message({ chatId, seq: 1, author }),
    });
    expect(folded(typing, written("member")).typing).not.toBeNull();
    expect(folded(typing, written("visitor")).typing).toBeNull();
    expect(folded(typing, { type: "typing-ended" }).typing).toBeNull();
  });

  it("keeps what was read when a later reading fails, and forgets the failure at the next", () => {
    const failed = folded(loaded(2), { type: "failed", code: "OFFLINE" });
    expect(failed).toMatchObject({ problem: "OFFLINE" });
    expect(failed.messages).toHaveLength(2);
    expect(reduceWatch(failed, loaded(3)).problem).toBeNull();
  });
});

describe("needsReading", () => {
  it("asks for messages that are missing before the one that came", () => {
    const next = message({ chatId, seq: 3 });
    expect(needsReading(folded(loaded(2), { type: "message", message: next }), next)).toBe(false);
    expect(needsReading(folded(loaded(1), { type: "message", message: next }), next)).toBe(true);
  });

  it("asks for the chat when the system says that it changed", () => {
    const line = message({ chatId, seq: 3, author: "system" });
    expect(needsReading(folded(loaded(2), { type: "message", message: line }), line)).toBe(true);
  });
});
