import { useEffect, useState } from "react";
import { useErrorText } from "@/lib/client/use-error-text";
import type { MessageView } from "@/lib/domain/chat/view";
import type { DeskChat } from "@/lib/domain/desk/desk";
import { useDeskHandle } from "./use-desk";

/**
 * What looking at a chat does: its messages are fetched where they are not known (a past one), and what the visitor
 * wrote is marked as seen. Gives the sentence of a failed fetch.
 */
export function useReading({
  chat,
  messages,
  isMine,
  isShown,
}: {
  chat: DeskChat;
  messages: readonly MessageView[];
  isMine: boolean;
  isShown: boolean;
}): string | null {
  const { actions } = useDeskHandle();
  const errorText = useErrorText();
  const [problem, setProblem] = useState<string | null>(null);

  // A chat that left his hands is read once more: events of its last moments went to somebody else.
  const { id, version } = chat;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version asks for a new reading.
  useEffect(() => {
    if (isMine) return;
    let isCurrent = true;
    actions.loadMessages(id).then(
      () => isCurrent && setProblem(null),
      (error: unknown) => isCurrent && setProblem(errorText(error)),
    );
    return () => {
      isCurrent = false;
    };
  }, [actions, errorText, id, isMine, version]);

  const newest = messages.findLast(({ author }) => author === "visitor")?.seq ?? 0;
  const isUnread = isMine && isShown && newest > chat.ownReadSeq;
  useEffect(() => {
    if (!isUnread) return;
    const mark = () => {
      if (document.visibilityState === "visible") actions.markRead(id, newest);
    };
    mark();
    document.addEventListener("visibilitychange", mark);
    return () => document.removeEventListener("visibilitychange", mark);
  }, [isUnread, actions, id, newest]);

  return problem;
}
