import { hasGap, messagesOf } from "@/lib/domain/chat/message-list";
import type { MessageView } from "@/lib/domain/chat/view";
import type { SelfView } from "@/lib/domain/member/view";
import type { Desk, DeskChat } from "./desk";
import type { BeatAnswer } from "./view";

/** The member as his desk shows him: an availability that he just asked for counts at once. */
export function shownSelf(desk: Desk): SelfView {
  return desk.wanted ? { ...desk.self, ...desk.wanted, isAway: false } : desk.self;
}

/** The chats in his hands, in the order in which they came: tabs that do not jump. */
export function openChats(desk: Desk): readonly DeskChat[] {
  return desk.chats
    .filter((chat) => chat.isMine && chat.state === "open")
    .toSorted((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
}

/** Chats of today that left his hands: ended, handed over or lost. Newest first. */
export function pastChats(desk: Desk): readonly DeskChat[] {
  return desk.chats
    .filter((chat) => !(chat.isMine && chat.state === "open"))
    .toSorted((a, b) => Date.parse(b.endedAt ?? b.startedAt) - Date.parse(a.endedAt ?? a.startedAt));
}

/** Whether a lost chat still waits for somebody, so that its helper may take it up again. */
export function canResume({ parting }: DeskChat): boolean {
  return parting?.as === "lost" && parting.became === "waiting";
}

/** How many of the visitor's messages the member has not seen. */
export function unreadCount(desk: Desk, chat: DeskChat): number {
  return messagesOf(desk.messages, chat.id).filter(
    ({ author, seq }) => author === "visitor" && seq > chat.ownReadSeq,
  ).length;
}

/** Since when the visitor waits for an answer: his first message after the last of a helper. Null when he does not. */
export function waitingSince(messages: readonly MessageView[]): string | null {
  const lastAnswer = messages.findLastIndex(({ author }) => author === "member");
  return messages.slice(lastAnswer + 1).find(({ author }) => author === "visitor")?.sentAt ?? null;
}

/** Open chats of which messages are missing. What followed a chat that left his hands is not always his to read. */
export function chatsWithGaps(desk: Desk): readonly string[] {
  return openChats(desk)
    .filter((chat) => hasGap(desk.messages, chat.id, chat.lastSeq))
    .map(({ id }) => id);
}

/** Whether a heartbeat tells of something that no event brought: the desk must be read again. */
export function missesSomething(desk: Desk, beat: BeatAnswer): boolean {
  const pending = new Set(beat.offers.map(({ id }) => id));
  if (desk.offers.some(({ id }) => !pending.has(id))) return true;
  const carried = new Set(beat.chats.map(({ id }) => id));
  if (openChats(desk).some(({ id }) => !carried.has(id))) return true;
  return beat.chats.some(({ id, version }) => {
    const known = desk.chats.find((chat) => chat.id === id);
    return !known || known.version < version;
  });
}
