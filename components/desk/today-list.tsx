"use client";

import { Check, ChevronRight } from "lucide-react";
import { useTranslations } from "use-intl";
import { useClockTime } from "@/components/chat/use-clock-time";
import { Avatar, PresenceDot } from "@/components/ui/avatar";
import { Icon } from "@/components/ui/icon";
import { idleWarning, messagesOf } from "@/lib/domain/chat/message-list";
import type { Desk, DeskChat } from "@/lib/domain/desk/desk";
import { openChats, pastChats, unreadCount } from "@/lib/domain/desk/desk-reading";
import { ResumeButton } from "./parting-line";
import { useNameOf, useVisitorName } from "./use-words";

/** The chats of today: those in his hands, then those that left them, to read again. */
export function TodayList(props: {
  desk: Desk;
  shownId: string | null;
  onShow: (chatId: string) => void;
  /** A lost chat is in his hands again. */
  onResumed: (chatId: string) => void;
}) {
  const { desk, shownId, onShow } = props;
  const t = useTranslations("desk.today");
  const chats = [...openChats(desk), ...pastChats(desk)];
  return (
    <section className="mine">
      <h2>{t("title")}</h2>
      {chats.length === 0 && <p className="muted">{t("none")}</p>}
      <ul>
        {chats.map((chat) => (
          <TodayRow
            key={chat.id}
            chat={chat}
            isShown={chat.id === shownId}
            unread={unreadCount(desk, chat)}
            endsAt={idleWarning(messagesOf(desk.messages, chat.id))?.endsAt ?? null}
            onShow={onShow}
            onResumed={props.onResumed}
          />
        ))}
      </ul>
    </section>
  );
}

function TodayRow(props: {
  chat: DeskChat;
  isShown: boolean;
  unread: number;
  /** When it ends of its silence. */
  endsAt: string | null;
  onShow: (chatId: string) => void;
  onResumed: (chatId: string) => void;
}) {
  const { chat, unread } = props;
  const t = useTranslations("desk.today");
  const nameOf = useNameOf();
  const visitorName = useVisitorName();
  const timeOf = useClockTime();
  const isOpen = chat.isMine && chat.state === "open";
  const name = visitorName(chat);
  const { parting } = chat;
  const topic = chat.topic ? nameOf(chat.topic) : chat.question;
  const subject = parting
    ? t("parting", { as: parting.as, became: parting.became, by: parting.by ?? "" })
    : topic;
  const time = isOpen ? t("now") : timeOf(chat.endedAt ?? chat.startedAt);
  return (
    <li>
      <button
        type="button"
        className="mine__row"
        aria-current={props.isShown ? "true" : undefined}
        onClick={() => props.onShow(chat.id)}
      >
        <Avatar kind="visitor" name={name} size={32} />
        <span className="mine__text">
          <span className={isOpen ? "strong" : undefined}>{name}</span>
          <span className={chat.parting ? "meta mine__whole" : "meta"}>
            {isOpen && props.endsAt ? (
              <span className="c-amber">{t("silent", { time: timeOf(props.endsAt) })}</span>
            ) : (
              [subject, time].join(" · ")
            )}
          </span>
        </span>
        {isOpen && unread > 0 && (
          <span className="tab__count">
            <span aria-hidden="true">{unread}</span>
            <span className="sr">{t("unread", { count: unread })}</span>
          </span>
        )}
        {isOpen && unread === 0 && <PresenceDot presence="free" inline />}
        {!isOpen && (
          <Icon
            icon={chat.end ? Check : ChevronRight}
            size={16}
            label={t(chat.end ? "ended" : "moved")}
            className="c-muted"
          />
        )}
      </button>
      <ResumeButton chat={chat} onResumed={props.onResumed} />
    </li>
  );
}
