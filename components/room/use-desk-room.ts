import { useEffect, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { showToast } from "@/components/ui/toast";
import type { DeskRoom } from "@/lib/domain/room/view";
import type { DeskRoomFeed } from "./desk-room";
import { useAuthor } from "./use-room-words";

/** The back room as a desk shows it, newest. */
export function useDeskRoom(feed: DeskRoomFeed): DeskRoom | null {
  return useSyncExternalStore(feed.subscribe, feed.view, feed.view);
}

/** Says that a colleague has answered, wherever on the desk its member is. */
export function useRoomNews(feed: DeskRoomFeed): void {
  const t = useTranslations("room");
  const authorOf = useAuthor();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words follow the language alone, as t does.
  useEffect(
    () => feed.onAnswer(({ author }) => showToast(t("ask.news", { name: authorOf(author) }))),
    [feed, t],
  );
}
