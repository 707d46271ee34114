import { describe, expect, it } from "vitest";
import {
  canResume,
  chatsWithGaps,
  missesSomething,
  openChats,
  pastChats,
  shownSelf,
  unreadCount,
  waitingSince,
} from "@/lib/domain/desk/desk-reading";
import { at, beat, chat, desk, id, message, offer } from "@/lib/domain/desk/testing/desk";

describe("shownSelf", () => {
  it("takes an availability that was asked for as granted", () => {
    const known = desk();
    const wanted = {
      ...known,
      self: { ...known.self, isAway: true },
      wanted: { isOpen: false, openUntil: null },
    };
    expect(shownSelf(wanted)).toMatchObject({ isOpen: false, isAway: false });
    expect(shownSelf(known)).toBe(known.self);
  });
});

describe("openChats and pastChats", () => {
  const known = desk({
    chats: [
      chat(1, { startedAt: at(30) }),
      chat(2, { state: "ended", isMine: true, endedAt: at(90) }),
      chat(3, { startedAt: at(10) }),
      chat(4, { isMine: false, startedAt: at(40) }),
      chat(5, { state: "ended", endedAt: at(100) }),
    ],
  });

  it("part the chats by whether they are in his hands", () => {
    expect(openChats(known).map((each) => each.id)).toEqual([id(3), id(1)]);
    expect(pastChats(known).map((each) => each.id)).toEqual([id(5), id(2), id(4)]);
  });
});

describe("unreadCount", () => {
  it("counts the visitor's messages beyond what was seen", () => {
    const seen = chat(1, { ownReadSeq: 2 });
    const messages = [
      message(1, 1),
      message(1, 2),
      message(1, 3),
      message(1, 4, { author: "member" }),
      message(1, 5),
    ];
    expect(unreadCount(desk({ chats: [seen], messages: [...messages, message(2, 9)] }), seen)).toBe(2);
  });
});

describe("waitingSince", () => {
  it("counts from the first message that nobody answered", () => {
    const said = [message(1, 1), message(1, 2, { author: "member" }), message(1, 3), message(1, 4)];
    expect(waitingSince(said)).toBe(at(3));
    expect(waitingSince(said.slice(0, 2))).toBeNull();
    expect(waitingSince([message(1, 1, { author: "system" })])).toBeNull();
    expect(waitingSince([message(1, 1)])).toBe(at(1));
  });
});

describe("chatsWithGaps", () => {
  const known = desk({
    chats: [
      chat(1, { lastSeq: 3 }),
      chat(2, { lastSeq: 1 }),
      chat(3, { lastSeq: 2, state: "ended", endedAt: at(9) }),
    ],
    messages: [message(1, 1), message(1, 3), message(2, 1)],
  });

  it("names open chats with a hole", () => {
    expect(chatsWithGaps(known)).toEqual([id(1)]);
  });
});

describe("missesSomething", () => {
  const known = desk({ offers: [offer(8)], chats: [chat(1, { version: 3 })] });
  const newest = { id: id(1), version: 3, lastSeq: 0 };

  it("is content with a beat that says what is known, or older", () => {
    expect(missesSomething(known, beat({ offers: [offer(8)], chats: [newest] }))).toBe(false);
    expect(missesSomething(known, beat({ offers: [offer(8)], chats: [{ ...newest, version: 2 }] }))).toBe(
      false,
    );
  });

  it("leaves an unknown offer to the beat itself", () => {
    expect(missesSomething(known, beat({ offers: [offer(8), offer(9)], chats: [newest] }))).toBe(false);
  });

  it.each([
    ["an offer that is gone", beat({ offers: [], chats: [newest] })],
    ["a chat that changed", beat({ offers: [offer(8)], chats: [{ ...newest, version: 4 }] })],
    ["a chat that is gone", beat({ offers: [offer(8)], chats: [] })],
    ["a chat that is new", beat({ offers: [offer(8)], chats: [newest, { ...newest, id: id(2) }] })],
  ])("asks to read again after %s", (_, told) => {
    expect(missesSomething(known, told)).toBe(true);
  });
});

describe("canResume", () => {
  it("is so for a lost chat that waits, and for no other", () => {
    const parted = (as: "lost" | "handed_over", became: "waiting" | "taken" | "left" | "over") =>
      canResume(chat(1, { isMine: false, parting: { as, became, by: null } }));
    expect(parted("lost", "waiting")).toBe(true);
    expect(parted("lost", "taken")).toBe(false);
    expect(parted("lost", "left")).toBe(false);
    expect(parted("lost", "over")).toBe(false);
    expect(parted("handed_over", "waiting")).toBe(false);
    expect(canResume(chat(1))).toBe(false);
  });
});
