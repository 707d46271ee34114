import type { OutgoingMessage } from "@/lib/client/outbox";
import { withoutPastWarnings, withoutStored } from "@/lib/domain/chat/message-list";
import type { MessageView } from "@/lib/domain/chat/view";

/** One line of the conversation as it is drawn. */
export type Line =
  | { kind: "message"; key: string; message: MessageView; isOwn: boolean; endsGroup: boolean }
  | { kind: "outgoing"; key: string; message: OutgoingMessage; endsGroup: boolean }
  | { kind: "system"; key: string; message: MessageView; isFirstJoin: boolean }
  | { kind: "question"; key: string; text: string };

/** Messages of one person this close to each other share a stamp. */
const GROUP_MS = 5 * 60_000;

/**
 * The conversation as lines: the question first (unless it is stored as the first message), stored messages by number,
 * then those on their way. A message keeps its key when its stored form arrives, so that nothing jumps.
 */
export function conversationLines(
  question: string,
  all: readonly MessageView[],
  outgoing: readonly OutgoingMessage[],
): Line[] {
  const messages = withoutPastWarnings(all);
  const lines: Line[] = [];
  const first = messages.find(({ author }) => author === "visitor");
  const isStored = first?.body === question && first.seq <= 2;
  if (!isStored) lines.push({ kind: "question", key: "question", text: question });
  let hasJoined = false;
  messages.forEach((message, index) => {
    const key = message.clientId || message.id;
    if (message.author === "system") {
      const isJoin = message.system?.kind === "joined";
      lines.push({ kind: "system", key, message, isFirstJoin: isJoin && !hasJoined });
      hasJoined ||= isJoin;
    } else {
      lines.push({
        kind: "message",
        key,
        message,
        isOwn: message.author === "visitor",
        endsGroup: !isSameGroup(message, messages[index + 1]),
      });
    }
  });
  const waiting = withoutStored(outgoing, messages);
  waiting.forEach((message, index) => {
    const next = waiting[index + 1];
    const endsGroup = message.state === "failed" || !next || next.state !== message.state;
    lines.push({ kind: "outgoing", key: message.clientId, message, endsGroup });
  });
  return lines;
}

function isSameGroup(message: MessageView, next: MessageView | undefined): boolean {
  return (
    next !== undefined &&
    next.author === message.author &&
    next.helper?.memberId === message.helper?.memberId &&
    Date.parse(next.sentAt) - Date.parse(message.sentAt) < GROUP_MS
  );
}
