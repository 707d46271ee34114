import type { RoomMessage } from "./view";

/** A message of the room with what was answered to it, oldest first. */
export type RoomThread = { first: RoomMessage; answers: readonly RoomMessage[] };

/** Messages by number, each once; what comes later replaces what was known, since it may have been hidden meanwhile. */
export function mergeRoom(known: readonly RoomMessage[], more: readonly RoomMessage[]): RoomMessage[] {
  const bySeq = new Map(known.map((message) => [message.seq, message]));
  for (const message of more) bySeq.set(message.seq, message);
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

/**
 * The highest number up to which nothing is missing, counted from `from`. A client that missed events asks for what
 * comes after it.
 */
export function lastWhole(messages: readonly RoomMessage[], from: number): number {
  const known = new Set(messages.map(({ seq }) => seq));
  let last = from - 1;
  while (known.has(last + 1)) last += 1;
  return last;
}

/** What is still on its way: an event can bring one's own message before the answer to having sent it does. */
export function withoutSaid<O extends { clientId: string }>(
  outgoing: readonly O[],
  messages: readonly RoomMessage[],
): readonly O[] {
  const said = new Set(messages.map(({ clientId }) => clientId));
  return outgoing.filter(({ clientId }) => !said.has(clientId));
}

/** Parts messages into threads, in the order in which these began. An answer whose beginning is not known stands alone. */
export function threadsOf(messages: readonly RoomMessage[]): RoomThread[] {
  const threads = new Map<string, { first: RoomMessage; answers: RoomMessage[] }>();
  for (const message of messages) {
    const thread = message.answersId === null ? undefined : threads.get(message.answersId);
    if (thread) thread.answers.push(message);
    else threads.set(message.id, { first: message, answers: [] });
  }
  return [...threads.values()];
}

/** The first number that he has not read and did not write himself; null when there is none. */
export function firstUnread(
  messages: readonly RoomMessage[],
  readSeq: number,
  selfId: string,
): number | null {
  return messages.find(({ seq, author }) => seq > readSeq && author?.memberId !== selfId)?.seq ?? null;
}

/** What stands above the room at the moment: announcements that were not taken back and have not run out, newest first. */
export function pinned(messages: readonly RoomMessage[], nowMs: number): RoomMessage[] {
  return messages
    .filter(
      ({ kind, isHidden, pinnedUntil }) =>
        kind === "announcement" && !isHidden && pinnedUntil !== null && Date.parse(pinnedUntil) > nowMs,
    )
    .sort((a, b) => b.seq - a.seq);
}
