import { hasGap, mergeMessages } from "@/lib/domain/chat/message-list";
import type { MessageView, StaffChat } from "@/lib/domain/chat/view";

/** A chat that is read along. */
export type Watch = {
  chatId: string;
  /** Null until it was read. */
  chat: StaffChat | null;
  messages: readonly MessageView[];
  typing: { by: "visitor" | "member"; name: string | null } | null;
  /** Code of what kept it from being read the last time. */
  problem: string | null;
};

export type WatchAction =
  | { type: "loaded"; chat: StaffChat; messages: readonly MessageView[] }
  | { type: "message"; message: MessageView }
  | { type: "typing"; typing: NonNullable<Watch["typing"]> }
  | { type: "typing-ended" }
  | { type: "failed"; code: string };

export function openWatch(chatId: string): Watch {
  return { chatId, chat: null, messages: [], typing: null, problem: null };
}

/** Folds answers and events into the chat, in any order, twice if need be. */
export function reduceWatch(watch: Watch, action: WatchAction): Watch {
  switch (action.type) {
    case "loaded": {
      if (action.chat.id !== watch.chatId) return watch;
      const isOlder = watch.chat !== null && action.chat.version < watch.chat.version;
      return {
        ...watch,
        chat: isOlder ? watch.chat : action.chat,
        messages: mergeMessages(watch.messages, action.messages),
        problem: null,
      };
    }
    case "message": {
      const { message } = action;
      if (message.chatId !== watch.chatId) return watch;
      // Who has written is not writing; a system line says nothing about it.
      const typing = watch.typing?.by === message.author ? null : watch.typing;
      return { ...watch, messages: mergeMessages(watch.messages, [message]), typing };
    }
    case "typing":
      return { ...watch, typing: action.typing };
    case "typing-ended":
      return { ...watch, typing: null };
    case "failed":
      return { ...watch, problem: action.code };
  }
}

/**
 * Whether a message that came by event shows that the chat must be read again: others are missing before it, or it is
 * a line of the system, which tells of a change of the chat itself.
 */
export function needsReading(watch: Watch, message: MessageView): boolean {
  return message.author === "system" || hasGap(watch.messages, watch.chatId);
}
