import type { AvatarPresence } from "@/components/ui/avatar";
import type { BoardState } from "@/lib/domain/board/view";
import type { ChatRow } from "./conversations";

export type PersonRow = BoardState["people"][number];

const order = { free: 0, busy: 1, away: 2, paused: 3 } as const;

/** The dot of a person: full, half or hollow. */
export function presenceDot(presence: PersonRow["presence"]): AvatarPresence {
  return presence === "paused" ? "away" : presence;
}

/** Whether he is there: free, or with as many chats as he takes. */
export function isOnline({ presence }: Pick<PersonRow, "presence">): boolean {
  return presence === "free" || presence === "busy";
}

/** People of one kind: free ones first, then busy, away and paused, by name in the reader's language. */
export function peopleOf(people: readonly PersonRow[], kind: PersonRow["kind"], locale: string): PersonRow[] {
  const { compare } = new Intl.Collator(locale);
  return people
    .filter((person) => person.kind === kind)
    .sort((a, b) => order[a.presence] - order[b.presence] || compare(a.name, b.name));
}

/** The chats that a person carries, oldest first. */
export function chatsWith(memberId: string, chats: readonly ChatRow[]): ChatRow[] {
  return chats
    .filter(({ helperId }) => helperId === memberId)
    .sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
}
