"use client";

import { useTranslations } from "use-intl";
import { Tabs } from "@/components/ui/tabs";
import { messagesOf } from "@/lib/domain/chat/message-list";
import type { Desk, DeskChat } from "@/lib/domain/desk/desk";
import { openChats, unreadCount, waitingSince } from "@/lib/domain/desk/desk-reading";
import { useDeskHandle } from "./use-desk";
import { useServerNow } from "./use-server-now";
import { useNameOf, useSpan, useVisitorName } from "./use-words";

/** Ties the tabs to the conversation below them. */
export const chatTabGroup = "desk-chat";

/** The open chats of a member of the staff: who, about what, and how long each has waited for a word. */
export function ChatTabs(props: { desk: Desk; shownId: string; onShow: (chatId: string) => void }) {
  const { desk } = props;
  const { clock } = useDeskHandle();
  const t = useTranslations("desk.chat");
  const now = useServerNow(clock, 1_000);
  const open = openChats(desk);
  // One that has ended keeps its tab for as long as it is looked at.
  const past = desk.chats.filter((chat) => chat.id === props.shownId && !open.includes(chat));
  return (
    <div className="chattabs">
      <Tabs
        group={chatTabGroup}
        label={t("tabs")}
        value={props.shownId}
        onValue={props.onShow}
        tabs={[...open, ...past].map((chat) => ({
          id: chat.id,
          count: chat.id === props.shownId ? 0 : unreadCount(desk, chat),
          label: <TabLabel desk={desk} chat={chat} now={now} />,
        }))}
      />
    </div>
  );
}

function TabLabel(props: { desk: Desk; chat: DeskChat; now: number }) {
  const { desk, chat, now } = props;
  const t = useTranslations("desk.chat");
  const today = useTranslations("desk.today");
  const nameOf = useNameOf();
  const visitorName = useVisitorName();
  const span = useSpan();
  const isOpen = chat.isMine && chat.state === "open";
  const since = isOpen ? waitingSince(messagesOf(desk.messages, chat.id)) : null;
  const waits = since === null ? null : Math.max(0, Math.floor((now - Date.parse(since)) / 1000));
  const state = () => {
    if (!isOpen) return today(chat.end ? "ended" : "moved");
    if (desk.typing.includes(chat.id)) return t("typing");
    if (waits !== null) return t("waits", { time: stopwatch(waits) });
    return chat.topic ? null : span(now - Date.parse(chat.startedAt));
  };
  const words = [chat.topic ? nameOf(chat.topic) : null, state()].filter((word) => word !== null);
  return (
    <span className="chattab">
      <span className="chattab__name">{visitorName(chat)}</span>
      <span className={waits === null ? "meta" : "meta c-amber"}>{words.join(" · ")}</span>
    </span>
  );
}

/** Seconds as minutes and seconds: 1:12. */
function stopwatch(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
