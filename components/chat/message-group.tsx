"use client";

import "./chat.css";
import { EyeOff } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Bubble, Stamp } from "@/components/ui/bubble";
import { Icon } from "@/components/ui/icon";
import type { MessageView } from "@/lib/domain/chat/view";
import { AttachmentShown } from "./attachment-shown";
import { MessageText } from "./message-text";
import { useClockTime } from "./use-clock-time";

/** Draws what a reader can do about a message, or nothing. Its label names the message. */
export type MessageAction = (message: MessageView) => ReactNode;

/** Messages of one person that belong together, and one stamp below: who and when, or seen. */
export function MessageGroup(props: {
  messages: readonly [MessageView, ...MessageView[]];
  isOwn: boolean;
  visitorName: string;
  language: string;
  /** Messages beyond this number came while the thread was open: they fade in. */
  knownSeq: number;
  /** For the reader's newest group: the last message that the visitor has seen. */
  seenSeq: number | null;
  /** Who reads along is told who spoke on either side. */
  isObserved?: boolean;
  /** What the reader can do about a message, drawn beside it. */
  action?: MessageAction;
  onLapsed?: () => void;
}) {
  const { messages, isOwn, action } = props;
  const t = useTranslations("desk.thread");
  const timeOf = useClockTime();
  const [first] = messages;
  const last = messages[messages.length - 1] ?? first;
  const time = timeOf(last.sentAt);
  const isVisitor = first.author === "visitor";
  const stamp = () => {
    if (isVisitor) return t("visitorAt", { name: props.visitorName, time });
    if (isOwn && !props.isObserved)
      return props.seenSeq !== null && last.seq <= props.seenSeq ? t("seen", { time }) : time;
    const name = first.helper?.name ?? "";
    return t(first.helper?.kind === "staff" ? "staffAt" : "ownerAt", { name, time });
  };
  return (
    <>
      {messages.map((message) => {
        const bubble = (
          <Bubble
            key={message.id}
            from={isVisitor ? "visitor" : (message.helper?.kind ?? "owner")}
            own={isOwn}
            fresh={message.seq > props.knownSeq}
            lang={isVisitor ? props.language : undefined}
          >
            <MessageBody message={message} onLapsed={props.onLapsed} />
          </Bubble>
        );
        const act = action?.(message);
        if (!act) return bubble;
        return (
          <div key={message.id} className="said" data-own={isOwn}>
            {bubble}
            <span className="said__act">{act}</span>
          </div>
        );
      })}
      <Stamp own={isOwn}>{stamp()}</Stamp>
    </>
  );
}

function MessageBody(props: { message: MessageView; onLapsed?: () => void }) {
  const { message } = props;
  const t = useTranslations("desk.thread");
  const isBlank = message.isHidden && message.body === "" && !message.attachment;
  if (isBlank) return <p className="c-muted">{t("hidden")}</p>;
  return (
    <>
      {message.isHidden && (
        <p className="meta hidden-mark">
          <Icon icon={EyeOff} size={16} />
          {t("hiddenMark")}
        </p>
      )}
      {message.attachment && <AttachmentShown attachment={message.attachment} onLapsed={props.onLapsed} />}
      {message.body !== "" && <MessageText text={message.body} />}
    </>
  );
}
