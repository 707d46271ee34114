import type { PeopleRecord, TakenMessage } from "@/e2e/chaos/people/record";

/** A message as the database holds it. */
export type StoredMessage = { chatId: string; seq: number; clientId: string };

/** What the people were told and what is stored must be the same: sentences about where it is not. */
export function judgeMessages(taken: readonly TakenMessage[], stored: readonly StoredMessage[]): string[] {
  const byPlace = new Map(stored.map((message) => [placeOf(message), message]));
  const times = new Map<string, number>();
  for (const { chatId, clientId } of stored) {
    const key = `${chatId} ${clientId}`;
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  const lost = taken.filter((message) => byPlace.get(placeOf(message))?.clientId !== message.clientId);
  const twice = taken.filter(({ chatId, clientId }) => (times.get(`${chatId} ${clientId}`) ?? 0) > 1);
  const disordered = (["visitor", "member"] as const).flatMap((by) => disorderOf(taken, by));
  return [
    ...told(lost.length, "messages that were taken are not at their place in the chat"),
    ...told(twice.length, "messages are stored twice"),
    ...told(disordered.length, "messages overtook an earlier one of the same side"),
    ...told(holesOf(stored), "chats have a hole in the numbers of their messages"),
  ];
}

/** What screens showed, against what is stored. */
export function judgeScreens(
  { seen, shownToHelpers, messages }: Pick<PeopleRecord, "seen" | "shownToHelpers" | "messages">,
  stored: readonly StoredMessage[],
): string[] {
  const chats = chatsOf(stored);
  const broken = seen.filter(
    ({ chatId, clientIds, isWhole }) =>
      !isWhole || (chats.get(chatId) ?? []).map(({ clientId }) => clientId).join() !== clientIds.join(),
  );
  const unseen = messages.filter(({ by, clientId }) => by === "visitor" && !shownToHelpers.has(clientId));
  return [
    ...told(broken.length, "chats were not whole, once and in order, on their visitor's screen at their end"),
    ...told(unseen.length, "messages of visitors never came to a helper's screen"),
  ];
}

/** A sentence for what there should be none of. */
export function told(count: number, what: string): string[] {
  return count === 0 ? [] : [`${count} ${what}.`];
}

const placeOf = ({ chatId, seq }: Pick<StoredMessage, "chatId" | "seq">) => `${chatId} ${seq}`;

function chatsOf(stored: readonly StoredMessage[]): Map<string, StoredMessage[]> {
  const chats = new Map<string, StoredMessage[]>();
  for (const message of stored) {
    const list = chats.get(message.chatId) ?? [];
    list.push(message);
    chats.set(message.chatId, list);
  }
  for (const list of chats.values()) list.sort((a, b) => a.seq - b.seq);
  return chats;
}

function holesOf(stored: readonly StoredMessage[]): number {
  return [...chatsOf(stored).values()].filter((list) => list.some(({ seq }, at) => seq !== at + 1)).length;
}

/** Each side sends one after the other, so the numbers it is answered only grow. */
function disorderOf(taken: readonly TakenMessage[], by: TakenMessage["by"]): TakenMessage[] {
  const last = new Map<string, number>();
  return taken.filter((message) => {
    if (message.by !== by) return false;
    const before = last.get(message.chatId) ?? 0;
    last.set(message.chatId, Math.max(before, message.seq));
    return message.seq < before;
  });
}
