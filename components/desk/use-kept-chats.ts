import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { showToast } from "@/components/ui/toast";
import { messagesOf } from "@/lib/domain/chat/message-list";
import { waitingSince } from "@/lib/domain/desk/desk-reading";
import type { DeskView } from "./desk-store";
import { useDeskHandle } from "./use-desk";
import { useVisitorName } from "./use-words";

/** A chat that is about to end stays open when its visitor says something more. */
export function useKeptChats({ desk, endings }: DeskView): void {
  const { actions } = useDeskHandle();
  const t = useTranslations("desk.chat");
  const visitorName = useVisitorName();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words follow the language alone, as t does.
  useEffect(() => {
    for (const chatId of Object.keys(endings)) {
      const chat = desk?.chats.find(({ id }) => id === chatId);
      if (!desk || !chat) continue;
      const isOver = !chat.isMine || chat.state === "ended";
      const hasMore = waitingSince(messagesOf(desk.messages, chatId)) !== null;
      if ((isOver || hasMore) && actions.keepChat(chatId) && !isOver)
        showToast(t("keptOpen", { name: visitorName(chat) }));
    }
  }, [desk, endings, actions, t]);
}
