import type { ChatRow } from "@/components/board/conversations";
import type { PersonRow } from "@/components/board/people";
import type { WaitingRow } from "@/components/board/wait";
import type { BoardState } from "@/lib/domain/board/view";
import type { MessageView, StaffChat } from "@/lib/domain/chat/view";

/** The moment that these boards are of, in epoch milliseconds. */
export const testNow = Date.parse("2026-11-21T13:37:00.000Z");

/** The instant so many seconds before it. */
export const ago = (seconds: number) => new Date(testNow - seconds * 1000).toISOString();

const idOf = (name: string) => name.padEnd(32, "0");

export function waitingRow(of: Partial<WaitingRow> & { questionId: string }): WaitingRow {
  return {
    firstName: null,
    text: "Does it fit?",
    topic: null,
    askedAt: ago(0),
    roundAt: ago(0),
    promiseSeconds: 30,
    asking: 0,
    staffOnly: false,
    isBack: false,
    ...of,
  };
}

export function helperCard(kind: "owner" | "staff"): NonNullable<ChatRow["helper"]> {
  return {
    kind,
    name: kind,
    initials: "X",
    tint: "sage",
    thanks: 0,
    topic: null,
    owns: null,
    badge: null,
  };
}

export function chatRow(of: Partial<ChatRow> & { chatId: string }): ChatRow {
  return {
    firstName: null,
    topic: null,
    question: "Does it fit?",
    helper: helperCard("owner"),
    helperId: null,
    startedAt: ago(60),
    waitSeconds: 4,
    lastAuthor: "member",
    lastAt: ago(5),
    ...of,
  };
}

export function personRow(of: Partial<PersonRow> & { name: string }): PersonRow {
  return {
    memberId: idOf(of.name),
    kind: "owner",
    role: "expert",
    initials: "X",
    tint: "sage",
    presence: "free",
    isPausedByManager: false,
    isSuspended: false,
    load: 0,
    capacity: 1,
    topics: [],
    ...of,
  };
}

export function boardState(of: Partial<BoardState> = {}): BoardState {
  return {
    now: ago(0),
    brand: { id: idOf("b"), slug: "volt", name: "Volt", timeZone: "Europe/Paris" },
    realtime: { key: "key", host: "localhost", port: 1, path: "", tls: false },
    waiting: [],
    chats: [],
    people: [],
    coverage: [],
    today: { asked: 0, answered: 0, promisesKept: 0, promisesJudged: 0, left: 0, leftAnswered: 0 },
    hours: { owner: { isOpen: true, until: null }, staff: { isOpen: true, until: null } },
    invited: null,
    ...of,
  };
}

export function message(of: Partial<MessageView> & { chatId: string; seq: number }): MessageView {
  return {
    id: idOf(String(of.seq)),
    clientId: `client-${of.seq}`,
    author: "visitor",
    helper: null,
    body: `message ${of.seq}`,
    system: null,
    sentAt: ago(0),
    isHidden: false,
    attachment: null,
    ...of,
  };
}

export function staffChat(of: Partial<StaffChat> & { id: string }): StaffChat {
  return {
    questionId: idOf("q"),
    version: 1,
    state: "open",
    end: null,
    firstName: null,
    question: "Does it fit?",
    topic: null,
    pageTitle: null,
    language: "en",
    lastSeq: 0,
    visitorReadSeq: 0,
    ownReadSeq: 0,
    isMine: false,
    capsule: null,
    handover: null,
    parting: null,
    startedAt: ago(60),
    endedAt: null,
    visitor: {
      id: idOf("v"),
      firstName: null,
      name: null,
      email: null,
      isVerified: false,
      language: "en",
      facts: [],
      cart: null,
      pages: [],
      past: [],
    },
    ...of,
  };
}
