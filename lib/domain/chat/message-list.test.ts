import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  hasGap,
  idleWarning,
  lastUnbroken,
  mergeMessages,
  messagesOf,
  withoutPastWarnings,
  withoutStored,
} from "@/lib/domain/chat/message-list";

type Message = { chatId: string; seq: number; clientId: string; body: string; isHidden: boolean };

const message = (seq: number, more: Partial<Message> = {}): Message => ({
  chatId: "a",
  seq,
  clientId: `client-${seq}`,
  body: `message ${seq}`,
  isHidden: false,
  ...more,
});

describe("mergeMessages", () => {
  it("orders what comes out of order and keeps chats apart", () => {
    const other = message(1, { chatId: "b" });
    const list = mergeMessages([message(3)], [other, message(1), message(2)]);
    expect(messagesOf(list, "a").map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(messagesOf(list, "b")).toEqual([other]);
  });

  it("replaces a message that was hidden meanwhile", () => {
    const hidden = message(2, { body: "", isHidden: true });
    expect(mergeMessages([message(1), message(2)], [hidden])).toEqual([message(1), hidden]);
  });

  it("gives the known list back when nothing is new", () => {
    const known = [message(1), message(2)];
    expect(mergeMessages(known, [message(2)])).toBe(known);
    expect(mergeMessages(known, [])).toBe(known);
  });
});

describe("gaps", () => {
  it("shows in a hole and in a number that the server told of", () => {
    expect(hasGap([message(1), message(2)], "a")).toBe(false);
    expect(hasGap([message(1), message(3)], "a")).toBe(true);
    expect(hasGap([message(2)], "a")).toBe(true);
    expect(hasGap([message(1)], "a", 2)).toBe(true);
    expect(hasGap([], "a", 1)).toBe(true);
    expect(hasGap([message(3, { chatId: "b" })], "a")).toBe(false);
  });

  it("is read again from before the hole", () => {
    expect(lastUnbroken([message(1), message(2), message(4), message(5)], "a")).toBe(2);
    expect(lastUnbroken([message(2)], "a")).toBe(0);
  });
});

describe("withoutStored", () => {
  it("drops what the server has stored, in that chat alone", () => {
    const outgoing = [
      { chatId: "a", clientId: "client-1" },
      { chatId: "b", clientId: "client-1" },
      { chatId: "a", clientId: "client-9" },
    ];
    expect(withoutStored(outgoing, [message(1)])).toEqual([outgoing[1], outgoing[2]]);
  });
});

/** The database: numbers messages, answers a repeated client id with the first answer, publishes what it stores. */
class Server {
  readonly rows: Message[] = [];
  readonly published: Message[] = [];

  send(chatId: string, clientId: string, body: string): Message {
    const first = this.rows.find((row) => row.chatId === chatId && row.clientId === clientId);
    if (first) return first;
    const row = message(this.rows.filter((other) => other.chatId === chatId).length + 1, {
      chatId,
      clientId,
      body,
    });
    this.rows.push(row);
    this.published.push(row);
    return row;
  }

  after(chatId: string, seq: number): Message[] {
    return this.rows.filter((row) => row.chatId === chatId && row.seq > seq);
  }
}

type Waiting = { chatId: string; clientId: string; body: string };

/** A screen as the panel and the desks build it from these functions. */
class Screen {
  list: readonly Message[] = [];
  outgoing: Waiting[] = [];
  private sent = 0;
  constructor(private readonly server: Server) {}

  write(chatId: string): void {
    this.sent += 1;
    this.outgoing.push({ chatId, clientId: `mine-${this.sent}`, body: `word ${this.sent}` });
  }

  /** Sends the oldest waiting message; the network may lose the request, or the answer to it. */
  attempt(fate: "arrives" | "request lost" | "answer lost"): void {
    const [first] = this.outgoing;
    if (!first || fate === "request lost") return;
    const stored = this.server.send(first.chatId, first.clientId, first.body);
    if (fate === "answer lost") return;
    this.hear([stored]);
    this.outgoing = this.outgoing.filter((other) => other !== first);
  }

  hear(messages: Message[]): void {
    this.list = mergeMessages(this.list, messages);
  }

  readAgain(chatId: string): void {
    this.hear(this.server.after(chatId, lastUnbroken(this.list, chatId)));
  }

  /** What a person sees of one chat. */
  shown(chatId: string): string[] {
    const waiting = withoutStored(this.outgoing, this.list).filter((other) => other.chatId === chatId);
    return [...messagesOf(this.list, chatId), ...waiting].map(({ clientId }) => clientId);
  }
}

const chatId = fc.constantFrom("a", "b");
const step = fc.oneof(
  fc.record({ kind: fc.constant("write" as const), chatId }),
  fc.record({
    kind: fc.constant("attempt" as const),
    fate: fc.constantFrom("arrives" as const, "request lost" as const, "answer lost" as const),
  }),
  fc.record({ kind: fc.constant("other side writes" as const), chatId }),
  // An event may come late, twice, or (when never picked) not at all.
  fc.record({ kind: fc.constant("event" as const), which: fc.nat(40) }),
  fc.record({ kind: fc.constant("reconnect" as const), chatId }),
);

describe("a screen on a bad network", () => {
  it("ends with what the database holds, whatever was lost, doubled or late", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const server = new Server();
        const screen = new Screen(server);
        let replies = 0;
        for (const next of steps) {
          if (next.kind === "write") screen.write(next.chatId);
          if (next.kind === "attempt") screen.attempt(next.fate);
          if (next.kind === "reconnect") screen.readAgain(next.chatId);
          if (next.kind === "other side writes") {
            replies += 1;
            server.send(next.chatId, `theirs-${replies}`, `reply ${replies}`);
          }
          if (next.kind === "event" && server.published.length > 0) {
            screen.hear([server.published[next.which % server.published.length] as Message]);
          }
          for (const chat of ["a", "b"]) {
            // Never twice on the screen, never out of order, and a hole is always noticed.
            const shown = screen.shown(chat);
            expect(new Set(shown).size).toBe(shown.length);
            const numbers = messagesOf(screen.list, chat).map(({ seq }) => seq);
            expect(numbers).toEqual([...numbers].sort((x, y) => x - y));
            const stored = server.after(chat, 0).length;
            expect(hasGap(screen.list, chat, stored)).toBe(numbers.length !== stored);
          }
        }
        while (screen.outgoing.length > 0) screen.attempt("arrives");
        for (const chat of ["a", "b"]) screen.readAgain(chat);
        for (const chat of ["a", "b"]) {
          expect(messagesOf(screen.list, chat)).toEqual(server.after(chat, 0));
          expect(hasGap(screen.list, chat)).toBe(false);
        }
        expect(withoutStored(screen.outgoing, screen.list)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("warnings of silence", () => {
  const idle = { kind: "idle" as const, minutes: 10, endsAt: "2026-03-10T09:15:00.000Z" };
  const said = { system: null };
  const warning = { system: idle };
  const looking = { system: { kind: "looking" as const, name: "Samir H." } };

  it("stand while they are the last word, and say nothing any more once something followed", () => {
    expect(idleWarning([said, warning])).toEqual({ minutes: 10, endsAt: "2026-03-10T09:15:00.000Z" });
    expect(idleWarning([said, warning, said])).toBeNull();
    expect(idleWarning([said, warning, looking])).toBeNull();
    expect(idleWarning([])).toBeNull();
  });

  it("are dropped from what is read later, and nothing else is", () => {
    expect(withoutPastWarnings([said, warning, said, warning, looking, said, warning])).toEqual([
      said,
      said,
      looking,
      said,
      warning,
    ]);
  });
});
