import type { MessageView } from "@/lib/domain/chat/view";

/** What a thread draws in one piece: a line that nobody wrote, or messages of one person that belong together. */
export type ThreadItem =
  | { kind: "system"; message: MessageView }
  | { kind: "group"; isOwn: boolean; messages: readonly [MessageView, ...MessageView[]] };

/** A longer pause than this begins a new group, with its own time. */
const PAUSE_MS = 5 * 60_000;

/**
 * Parts messages, oldest first, into what a thread draws. `selfId` is the member who reads, whose words lie at the
 * right; for a reader who only observes (null) the helpers' do.
 */
export function groupMessages(
  messages: readonly MessageView[],
  selfId: string | null,
): readonly ThreadItem[] {
  const items: ThreadItem[] = [];
  for (const message of messages) {
    if (message.author === "system") {
      items.push({ kind: "system", message });
      continue;
    }
    const last = items.at(-1);
    if (last?.kind === "group" && belongs(last.messages, message)) {
      items[items.length - 1] = { ...last, messages: [...last.messages, message] };
    } else {
      const isOwn = message.author === "member" && (selfId === null || message.helper?.memberId === selfId);
      items.push({ kind: "group", isOwn, messages: [message] });
    }
  }
  return items;
}

function belongs(group: readonly [MessageView, ...MessageView[]], message: MessageView): boolean {
  const [first] = group;
  const last = group[group.length - 1] ?? first;
  return (
    first.author === message.author &&
    first.helper?.memberId === message.helper?.memberId &&
    Date.parse(message.sentAt) - Date.parse(last.sentAt) <= PAUSE_MS
  );
}
