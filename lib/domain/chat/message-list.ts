import type { MessageView } from "./view";

/** What identifies a message among all chats of a screen. */
type Numbered = Pick<MessageView, "chatId" | "seq" | "clientId">;

/**
 * Adds messages that came by event, by answer or by reading again to those a screen knows, in any order and any number
 * of times. The result is sorted by chat, then by seq, and holds each message once; of two versions of one message the
 * incoming one stays (a hidden message replaces what was shown). Returns `known` itself when nothing changed.
 */
export function mergeMessages<M extends Numbered>(known: readonly M[], incoming: readonly M[]): readonly M[] {
  if (incoming.length === 0) return known;
  const byNumber = new Map(known.map((message) => [keyOf(message), message]));
  for (const message of incoming) byNumber.set(keyOf(message), message);
  const merged = [...byNumber.values()].sort(
    (a, b) => (a.chatId < b.chatId ? -1 : a.chatId > b.chatId ? 1 : 0) || a.seq - b.seq,
  );
  const same =
    merged.length === known.length && merged.every((message, index) => isSame(message, known[index] as M));
  return same ? known : merged;
}

/** The messages of one chat, oldest first. */
export function messagesOf<M extends Numbered>(list: readonly M[], chatId: string): readonly M[] {
  return list.filter((message) => message.chatId === chatId);
}

/**
 * The number up to which a chat is known without a hole, 0 when nothing is: what to read `?after=`. Reading after the
 * highest known number instead would leave a hole for ever.
 */
export function lastUnbroken(list: readonly Numbered[], chatId: string): number {
  let last = 0;
  for (const { seq } of messagesOf(list, chatId)) if (seq === last + 1) last = seq;
  return last;
}

/** Whether messages are missing: a hole among the known ones, or fewer than the server has told of. */
export function hasGap(list: readonly Numbered[], chatId: string, lastSeq = 0): boolean {
  const unbroken = lastUnbroken(list, chatId);
  return unbroken < lastSeq || messagesOf(list, chatId).some(({ seq }) => seq > unbroken);
}

/**
 * What is still to be shown below the stored messages: those of `outgoing` that no stored message answers to. One that
 * was sent but whose answer got lost disappears here as soon as the stored one arrives by any way.
 */
export function withoutStored<O extends { chatId: string; clientId: string }>(
  outgoing: readonly O[],
  list: readonly Numbered[],
): readonly O[] {
  if (outgoing.length === 0) return outgoing;
  const stored = new Set(list.map(({ chatId, clientId }) => `${chatId} ${clientId}`));
  return outgoing.filter(({ chatId, clientId }) => !stored.has(`${chatId} ${clientId}`));
}

export type IdleWarning = { minutes: number; endsAt: string };

/** The warning that a chat is about to end of its silence; null once anything followed it. `messages`: of one chat. */
export function idleWarning(messages: readonly Pick<MessageView, "system">[]): IdleWarning | null {
  const last = messages.at(-1)?.system;
  return last?.kind === "idle" ? { minutes: last.minutes, endsAt: last.endsAt } : null;
}

/** The messages of one chat without the warnings of silence that something has followed: they say nothing any more. */
export function withoutPastWarnings<M extends Pick<MessageView, "system">>(
  messages: readonly M[],
): readonly M[] {
  return messages.filter(
    (message, index) => message.system?.kind !== "idle" || index === messages.length - 1,
  );
}

const keyOf = ({ chatId, seq }: Numbered) => `${chatId} ${seq}`;

/** Events and answers are parsed anew each time, so equality is that of their content. */
function isSame<M>(a: M, b: M): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
