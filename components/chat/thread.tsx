"use client";

import { ArrowDown } from "lucide-react";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { type Speaker, TypingDots } from "@/components/ui/bubble";
import { Chip } from "@/components/ui/chip";
import type { OutgoingMessage } from "@/lib/client/outbox";
import type { MessageView } from "@/lib/domain/chat/view";
import { groupMessages } from "./group-messages";
import { type MessageAction, MessageGroup } from "./message-group";
import { OutgoingBubble } from "./outgoing-bubble";
import { SystemLineText } from "./system-line-text";

export type ThreadProps = {
  /** Of one chat, oldest first. */
  messages: readonly MessageView[];
  /** Still on their way, shown below; for those who can write. */
  outgoing?: readonly OutgoingMessage[];
  /** The member who reads; null for one who only observes. */
  selfId: string | null;
  /** How his own words look. */
  selfKind: "owner" | "staff";
  visitorName: string;
  /** Language of the visitor's words. */
  language: string;
  /** The last message that the visitor has seen. */
  visitorReadSeq: number;
  /** Who is writing: a name, and how his words look. */
  typing?: { name: string; from: Speaker } | null;
  /** What the reader can do about each message. */
  action?: MessageAction;
  onRetry?: (clientId: string) => void;
  onDiscard?: (clientId: string) => void;
  /** Pictures' addresses have lapsed: read the messages again. */
  onLapsed?: () => void;
};

/** Within so many pixels of its end a thread follows what is said. */
const NEAR_END_PX = 80;

/** A conversation. It follows its end unless the reader has scrolled away. Give it a `key` per chat. */
export function Thread(props: ThreadProps) {
  const { messages, outgoing = [], typing } = props;
  const t = useTranslations("desk.thread");
  const box = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const [isBehind, setBehind] = useState(false);
  const [knownSeq] = useState(() => messages.at(-1)?.seq ?? 0);
  const items = groupMessages(messages, props.selfId);
  const lastOwn = items.findLastIndex((item) => item.kind === "group" && item.isOwn);

  const toEnd = () => {
    const area = box.current;
    if (area) area.scrollTop = area.scrollHeight;
  };
  const lastSeq = messages.at(-1)?.seq ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is said moves the end.
  useLayoutEffect(() => {
    if (follows.current) toEnd();
    else setBehind(true);
  }, [lastSeq, outgoing.length, typing?.name]);

  // Whatever takes room from it, a list or a keyboard, must not push the end out of sight either.
  useEffect(() => {
    const area = box.current;
    if (!area) return;
    const observer = new ResizeObserver(() => {
      if (follows.current) area.scrollTop = area.scrollHeight;
    });
    observer.observe(area);
    return () => observer.disconnect();
  }, []);

  const onScroll = () => {
    const area = box.current;
    if (!area) return;
    follows.current = area.scrollHeight - area.scrollTop - area.clientHeight < NEAR_END_PX;
    if (follows.current) setBehind(false);
  };

  return (
    <div className="thread">
      <div
        className="talk"
        role="log"
        aria-label={t("label")}
        ref={box}
        onScroll={onScroll}
        // A picture that arrives late must not push the end out of sight.
        onLoad={() => follows.current && toEnd()}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
      >
        {items.map((item, index) =>
          item.kind === "system" ? (
            item.message.system && (
              <SystemLineText
                key={item.message.id}
                line={item.message.system}
                visitorName={props.visitorName}
              />
            )
          ) : (
            <MessageGroup
              key={item.messages[0].id}
              messages={item.messages}
              isOwn={item.isOwn}
              visitorName={props.visitorName}
              language={props.language}
              knownSeq={knownSeq}
              seenSeq={index === lastOwn ? props.visitorReadSeq : null}
              isObserved={props.selfId === null}
              action={props.action}
              onLapsed={props.onLapsed}
            />
          ),
        )}
        {outgoing.map((message) => (
          <OutgoingBubble
            key={message.clientId}
            message={message}
            from={props.selfKind}
            onRetry={props.onRetry}
            onDiscard={props.onDiscard}
          />
        ))}
        {typing && <TypingDots from={typing.from} label={t("typing", { name: typing.name })} />}
      </div>
      {isBehind && (
        <Chip
          className="thread__new"
          icon={ArrowDown}
          onClick={() => {
            follows.current = true;
            setBehind(false);
            toEnd();
          }}
        >
          {t("newBelow")}
        </Chip>
      )}
    </div>
  );
}
