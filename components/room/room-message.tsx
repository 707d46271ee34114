"use client";

import { Ellipsis } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { useLocale, useTranslations } from "use-intl";
import { MessageText } from "@/components/chat/message-text";
import { useClockTime } from "@/components/chat/use-clock-time";
import { Written } from "@/components/chat/written";
import { Avatar } from "@/components/ui/avatar";
import { Bubble } from "@/components/ui/bubble";
import { buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { localeOf } from "@/lib/domain/locale";
import type { RoomMessage as Message } from "@/lib/domain/room/view";
import { useAuthor } from "./use-room-words";

/** What a manager can do about a message, and about who wrote it. */
export type RoomActions = {
  hide: (message: Message) => void;
  show: (message: Message) => void;
  mute: (author: NonNullable<Message["author"]>) => void;
};

/** One message of the room: who, when, what; a question with its topic and what was quoted. */
export function RoomMessage(props: {
  message: Message;
  selfId: string;
  fresh: boolean;
  actions: RoomActions | null;
}) {
  const { message, actions, selfId } = props;
  const { author } = message;
  const t = useTranslations("room");
  const authorOf = useAuthor();
  const timeOf = useClockTime();
  const locale = localeOf(useLocale());
  const name = authorOf(author);
  const isOwn = author?.memberId === selfId;
  const time = timeOf(message.sentAt);
  const stamp = author
    ? t(isOwn ? "youAt" : author.kind === "staff" ? "staffAt" : "ownerAt", { name, time })
    : `${name} · ${time}`;
  return (
    <div className="room__said" data-seq={message.seq}>
      <Avatar
        kind={author?.kind ?? "visitor"}
        id={author?.memberId}
        name={name}
        picture={author?.pictureUrl}
        size={32}
      />
      <div className="room__words">
        <p className="meta">
          {stamp}
          {message.topic && ` · ${message.topic[locale]}`}
        </p>
        {message.quote && (
          <blockquote className="room__quote" aria-label={t("quoted")}>
            <Written text={message.quote} />
          </blockquote>
        )}
        {message.isHidden && <p className="c-muted">{t("hidden")}</p>}
        {message.body !== "" && (
          <Bubble from={author?.kind ?? "owner"} fresh={props.fresh}>
            <MessageText text={message.body} />
          </Bubble>
        )}
      </div>
      {actions && (
        <DropdownMenu.Root modal={false}>
          <DropdownMenu.Trigger
            className={buttonClass("quiet", "sm", "btn--icon")}
            aria-label={t("more", { name, time })}
          >
            <Icon icon={Ellipsis} />
          </DropdownMenu.Trigger>
          <DropdownMenu.Portal>
            <DropdownMenu.Content className="menu" align="end" sideOffset={8} collisionPadding={16}>
              <DropdownMenu.Item
                className="menu__item"
                onSelect={() => (message.isHidden ? actions.show : actions.hide)(message)}
              >
                {t(message.isHidden ? "show" : "hide")}
              </DropdownMenu.Item>
              {author && !isOwn && (
                <DropdownMenu.Item className="menu__item" onSelect={() => actions.mute(author)}>
                  {t("mute.open", { name })}
                </DropdownMenu.Item>
              )}
            </DropdownMenu.Content>
          </DropdownMenu.Portal>
        </DropdownMenu.Root>
      )}
    </div>
  );
}
