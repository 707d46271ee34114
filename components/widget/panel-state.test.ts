import { describe, expect, it } from "vitest";
import { type PanelAction, reducePanel } from "@/components/widget/panel-state";
import { isLive, isRunning, screenOf, segmentToRate, unreadCount } from "@/components/widget/screen";
import {
  availability,
  chat,
  given,
  message,
  NOW,
  nadia,
  question,
  read,
} from "@/components/widget/testing/panel";

const screen = (...actions: PanelAction[]) => screenOf(given(...actions), NOW);

describe("snapshots", () => {
  it("never go back in time", () => {
    const state = given(
      { type: "question", question: question({ version: 3, state: "matched" }) },
      { type: "question", question: question({ version: 2 }) },
      { type: "chat", chat: chat({ version: 4, state: "ended" }) },
      { type: "chat", chat: chat({ version: 3 }) },
    );
    expect(state.question?.state).toBe("matched");
    expect(state.chat?.state).toBe("ended");
  });

  it("that were read before a message was hidden add to it, and do not show it again", () => {
    const hidden = { ...message(1), body: "", isHidden: true };
    const state = given(
      { type: "question", question: question({ state: "matched" }) },
      { type: "chat", chat: chat({ version: 3 }) },
      { type: "messages", messages: [hidden] },
      read({
        question: question({ state: "matched" }),
        chat: chat({ version: 2 }),
        messages: [message(1), message(2)],
      }),
    );
    expect(state.messages.map(({ seq, isHidden }) => [seq, isHidden])).toEqual([
      [1, true],
      [2, false],
    ]);
  });

  it("of a second question take the first one's place, its chat included", () => {
    const state = given(
      { type: "question", question: question({ state: "ended" }) },
      { type: "chat", chat: chat({ state: "ended" }) },
      { type: "messages", messages: [message(1)] },
      { type: "question", question: question({ id: "q2", askedAt: "2026-03-02T10:30:00Z" }) },
      { type: "question", question: question({ version: 9 }) },
    );
    expect(state.question?.id).toBe("q2");
    expect(state.chat).toBeNull();
    expect(state.messages).toEqual([]);
  });

  it("of a question on its way come after one that is over, whatever a clock that was set back says", () => {
    const second = question({ id: "q2", askedAt: "2026-03-02T09:50:00Z" });
    const over = [
      { type: "question", question: question({ state: "ended" }) },
      { type: "chat", chat: chat({ state: "ended" }) },
    ] as const;
    expect(given(...over, { type: "question", question: second }).question?.id).toBe("q2");
    const talked = { type: "question", question: question({ state: "matched" }) } as const;
    expect(given(talked, over[1], { type: "question", question: second }).question?.id).toBe("q2");
    const next = chat({ id: "c2", questionId: "q2", startedAt: "2026-03-02T09:50:10Z" });
    expect(given(...over, { type: "chat", chat: next }).chat?.id).toBe("c2");
    const late = question({ id: "q2", askedAt: "2026-03-02T09:50:00Z", state: "ended" });
    expect(given(...over, { type: "question", question: late }).question?.id).toBe("q1");
  });

  it("asked for before a question was asked do not take it away again", () => {
    const asked = { type: "question", question: question({ id: "q2" }) } as const;
    expect(given(asked, read({}, null)).question?.id).toBe("q2");
    // The one before seems to be the later one, where the server's clock was set back in between.
    const before = question({ state: "ended", askedAt: "2026-03-02T10:20:00Z" });
    const old = { question: before, chat: chat({ state: "ended" }) };
    const state = given({ type: "question", question: before }, asked, read(old, "q1"));
    expect([state.question?.id, state.chat]).toEqual(["q2", null]);
    expect(reducePanel(state, read(old, "q2")).question?.id).toBe("q1");
  });

  it("of availability obey their version", () => {
    const none = { ...availability, kind: "none" as const };
    const state = given(
      { type: "availability", availability },
      { type: "availability", availability: { ...none, version: 4 } },
    );
    expect(state.availability?.kind).toBe("community");
    expect(
      reducePanel(state, { type: "availability", availability: { ...none, version: 6 } }).availability?.kind,
    ).toBe("none");
  });

  it("read again replace what events told, without losing messages", () => {
    const state = given(
      read({ question: question({ state: "matched" }), chat: chat({ lastSeq: 2 }), messages: [message(1)] }),
      { type: "messages", messages: [message(2)] },
      read({
        question: question({ state: "matched" }),
        chat: chat({ version: 2, lastSeq: 2 }),
        messages: [message(2)],
      }),
    );
    expect(state.messages.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(given(read({ question: question() }), read()).question).toBeNull();
  });

  it("keep the newest that the helper has read", () => {
    const state = given(
      { type: "chat", chat: chat({ readSeq: 1 }) },
      { type: "readByHelper", chatId: "c1", seq: 5 },
      { type: "readByHelper", chatId: "c1", seq: 3 },
      { type: "readByHelper", chatId: "other", seq: 9 },
      { type: "chat", chat: chat({ version: 2, readSeq: 2 }) },
    );
    expect(state.chat?.readSeq).toBe(5);
  });

  it("of other chats leave this one alone", () => {
    const state = given(
      { type: "chat", chat: chat() },
      { type: "messages", messages: [message(1, { chatId: "other" })] },
      { type: "typing", chatId: "other", name: "Samir" },
    );
    expect(state.messages).toEqual([]);
    expect(state.isTyping).toBe(false);
  });
});

describe("typing", () => {
  it("ends with the message", () => {
    const state = given({ type: "chat", chat: chat() }, { type: "typing", chatId: "c1", name: null });
    expect(state.typing).toBe("Nadia B.");
    expect(reducePanel(state, { type: "messages", messages: [message(1)] }).isTyping).toBe(false);
  });
});

describe("screenOf", () => {
  const ended = chat({ state: "ended", endedAt: "2026-03-02T09:59:50Z" });

  it("follows the question through its life", () => {
    expect(screen()).toBe("ask");
    for (const state of ["asked", "offering", "calling", "matched"] as const)
      expect(screen({ type: "question", question: question({ state }) })).toBe("matching");
    const matched = { type: "question", question: question({ state: "matched" }) } as const;
    expect(screen(matched, { type: "chat", chat: chat() })).toBe("chat");
    expect(screen(matched, { type: "chat", chat: ended })).toBe("rating");
    expect(screen({ type: "question", question: question({ state: "left" }) })).toBe("left");
    expect(screen({ type: "question", question: question({ state: "answered" }) })).toBe("answered");
    expect(screen({ type: "question", question: question({ state: "withdrawn" }) })).toBe("ask");
  });

  it("stays in the chat while somebody else is being found", () => {
    const searching = { type: "question", question: question({ state: "offering" }) } as const;
    expect(screen(searching, { type: "chat", chat: chat({ helper: null }) })).toBe("chat");
  });

  it("thanks once, and then is free for another question", () => {
    const over = { type: "question", question: question({ state: "ended" }) } as const;
    expect(screen(over, { type: "chat", chat: ended }, { type: "thanked" })).toBe("thanks");
    const done = { type: "finished", questionId: "q1" } as const;
    expect(screen(over, { type: "chat", chat: ended }, { type: "thanked" }, done)).toBe("ask");
    const second = question({ id: "q2", askedAt: "2026-03-02T10:30:00Z" });
    expect(screen(over, { type: "thanked" }, done, { type: "question", question: second })).toBe("matching");
  });

  it("asks for no rating that was given, or that is old", () => {
    const over = { type: "question", question: question({ state: "ended" }) } as const;
    const rated = { ...ended, segments: [{ id: "s1", helper: nadia, isRated: true }] };
    expect(screen(over, { type: "chat", chat: rated })).toBe("ask");
    expect(screen(over, { type: "chat", chat: { ...ended, endedAt: "2026-02-28T09:00:00Z" } })).toBe("ask");
  });
});

describe("a ban", () => {
  const ended = chat({ state: "ended", endedAt: "2026-03-02T09:59:50Z" });
  const until = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString();
  const over = { question: question({ state: "ended" }), chat: ended, messages: [message(1)] };

  it("takes the form's place, and the rating's, until it is over", () => {
    expect(screen(read({ bannedUntil: until(1) }))).toBe("banned");
    expect(screen(read({ ...over, bannedUntil: until(1) }))).toBe("banned");
    expect(screen(read({ ...over, bannedUntil: until(-1) }))).toBe("rating");
    expect(screen(read({ bannedUntil: until(1) }), read())).toBe("ask");
  });

  it("leaves an answer to be read, and calls nobody back to what it ended", () => {
    const answered = { ...over, question: question({ state: "answered" }), bannedUntil: until(1) };
    expect(screen(read(answered))).toBe("answered");
    expect(isRunning(given(read(answered)))).toBe(true);
    expect(isRunning(given(read(over)))).toBe(true);
    expect(isRunning(given(read({ ...over, bannedUntil: until(1) })))).toBe(false);
  });
});

describe("segmentToRate", () => {
  it("begins with the last helper", () => {
    const segments = [
      { id: "s1", helper: nadia, isRated: false },
      { id: "s2", helper: { ...nadia, name: "Julien" }, isRated: false },
    ];
    expect(segmentToRate(chat({ segments }))?.id).toBe("s2");
    expect(segmentToRate(chat({ segments: [] }))).toBeNull();
  });
});

describe("what calls the visitor back", () => {
  const over = { type: "question", question: question({ state: "ended" }) } as const;
  const ended = { type: "chat", chat: chat({ state: "ended" }) } as const;

  it("is a question under way, a chat, or unread words", () => {
    expect(isRunning(given())).toBe(false);
    for (const state of ["asked", "offering", "calling", "matched", "left"] as const)
      expect(isRunning(given({ type: "question", question: question({ state }) }))).toBe(true);
    expect(isRunning(given(over, { type: "chat", chat: chat() }))).toBe(true);
    expect(isRunning(given(over, ended))).toBe(false);
    const unread = given(over, ended, { type: "messages", messages: [message(1)] });
    expect(isRunning(unread)).toBe(true);
    expect(isRunning(reducePanel(unread, { type: "seen", seq: 1 }))).toBe(false);
    expect(isRunning(reducePanel(unread, { type: "finished", questionId: "q1" }))).toBe(false);
  });

  it("counts helpers' words alone", () => {
    const state = given(over, ended, {
      type: "messages",
      messages: [
        message(1, { author: "visitor" }),
        message(2, { author: "system" }),
        message(3),
        message(4, { isHidden: true, body: "" }),
        message(5),
      ],
    });
    expect(unreadCount(state)).toBe(2);
    expect(unreadCount(reducePanel(state, { type: "seen", seq: 3 }))).toBe(1);
    const restored = { type: "restored", finishedId: null, seen: { chatId: "c1", seq: 4 } } as const;
    expect(unreadCount(reducePanel(state, restored))).toBe(1);
    expect(unreadCount(reducePanel(state, { ...restored, seen: { chatId: "c0", seq: 9 } }))).toBe(2);
  });

  it("counts a warning that the silent chat ends, until somebody writes", () => {
    const idle = { kind: "idle" as const, minutes: 10, endsAt: "2026-03-02T10:15:00Z" };
    const warned = [message(1), message(2, { author: "system", helper: null, system: idle })];
    expect(unreadCount(given(over, ended, { type: "messages", messages: warned }))).toBe(2);
    const answered = [...warned, message(3, { author: "visitor", helper: null })];
    expect(unreadCount(given(over, ended, { type: "messages", messages: answered }))).toBe(1);
  });

  it("keeps the beat only while somebody may be answering", () => {
    expect(isLive(given({ type: "question", question: question() }))).toBe(true);
    expect(isLive(given({ type: "question", question: question({ state: "left" }) }))).toBe(false);
    expect(isLive(given(over, ended))).toBe(false);
  });
});
