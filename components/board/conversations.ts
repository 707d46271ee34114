import type { BoardState } from "@/lib/domain/board/view";
import { secondsSince } from "./wait";

export type ChatRow = BoardState["chats"][number];
export type ChatFilter = "all" | "owner" | "staff";

/** A visitor who has waited this long for a reply within a chat is worth a look. */
const slowReplySeconds = 60;

/**
 * How a chat stands. `searching`: its helper is gone, somebody else is being asked. `waits`: the visitor wrote last.
 * `answered`: the helper did. `joined`: nobody has written since a helper came. `seconds`: since when.
 */
export type ChatStanding = {
  kind: "searching" | "waits" | "answered" | "joined";
  seconds: number;
  isSlow: boolean;
};

/** Where a chat stands at `now` (epoch milliseconds on the server's clock). */
export function chatStanding(row: ChatRow, now: number): ChatStanding {
  const seconds = secondsSince(row.lastAt, now);
  if (row.helper === null) return { kind: "searching", seconds, isSlow: true };
  if (row.lastAuthor === "visitor") return { kind: "waits", seconds, isSlow: seconds >= slowReplySeconds };
  return { kind: row.lastAuthor === "member" ? "answered" : "joined", seconds, isSlow: false };
}

/** How many chats each choice of the filter shows. */
export function countChats(rows: readonly ChatRow[]): Record<ChatFilter, number> {
  const of = (kind: "owner" | "staff") => rows.filter(({ helper }) => helper?.kind === kind).length;
  return { all: rows.length, owner: of("owner"), staff: of("staff") };
}

/**
 * The chats of a filter: those without a helper first, then those where a visitor waits long for a reply (longest
 * first), then the others by age, so that a row rarely moves under the hand.
 */
export function sortChats(rows: readonly ChatRow[], filter: ChatFilter, now: number): ChatRow[] {
  const rank = (row: ChatRow) => {
    const { kind, isSlow } = chatStanding(row, now);
    return kind === "searching" ? 0 : isSlow ? 1 : 2;
  };
  return rows
    .filter(({ helper }) => filter === "all" || helper?.kind === filter)
    .sort((a, b) => {
      const by = rank(a);
      const field = by === 1 ? "lastAt" : "startedAt";
      return by - rank(b) || Date.parse(a[field]) - Date.parse(b[field]) || (a.chatId < b.chatId ? -1 : 1);
    });
}
