"use client";

import { ArrowLeft, ArrowLeftRight } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { ChatComposer } from "@/components/chat/chat-composer";
import { Thread } from "@/components/chat/thread";
import { useClockTime } from "@/components/chat/use-clock-time";
import { Avatar } from "@/components/ui/avatar";
import { Button, IconButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Skeleton } from "@/components/ui/skeleton";
import type { OutgoingMessage } from "@/lib/client/outbox";
import { messagesOf, withoutStored } from "@/lib/domain/chat/message-list";
import type { Desk, DeskChat } from "@/lib/domain/desk/desk";
import { waitingSince } from "@/lib/domain/desk/desk-reading";
import { attachmentsAddress } from "./desk-requests";
import { EndDialog } from "./end-dialog";
import { HandoverDialog } from "./handover-dialog";
import { HandoverStrip } from "./handover-strip";
import { sessionStore } from "./session-store";
import { useDeskHandle } from "./use-desk";
import { useCommand } from "./use-keys";
import { useReading } from "./use-reading";
import { useServerNow } from "./use-server-now";
import { useNameOf, useSpan, useVisitorName } from "./use-words";

/** One conversation: who, what was said, and, while it is in his hands, where to write. Give it a `key` per chat. */
export function Conversation(props: {
  desk: Desk;
  chat: DeskChat;
  outgoing: readonly OutgoingMessage[];
  /** It was just accepted: the box to write in takes the focus. */
  isFresh: boolean;
  /** False while the phone shows another part of the desk. */
  isShown: boolean;
  onBack: () => void;
}) {
  const { desk, chat } = props;
  const { actions, brandSlug, memberId } = useDeskHandle();
  const t = useTranslations("desk.chat");
  const visitorName = useVisitorName();
  const box = useRef<HTMLTextAreaElement>(null);
  const messages = messagesOf(desk.messages, chat.id);
  const isMine = chat.isMine && chat.state === "open";
  const name = visitorName(chat);
  const problem = useReading({ chat, messages, isMine, isShown: props.isShown });

  const { isFresh } = props;
  useEffect(() => {
    // On a phone the keyboard would cover what was asked.
    if (isFresh && matchMedia("(pointer: fine)").matches) box.current?.focus();
  }, [isFresh]);

  useCommand("write", isMine && props.isShown ? () => box.current?.focus() : null);

  const outgoing = withoutStored(
    props.outgoing.filter((message) => message.chatId === chat.id),
    desk.messages,
  );
  return (
    <section className="conv" aria-label={t("label", { name })}>
      <ConversationHead desk={desk} chat={chat} name={name} isMine={isMine} onBack={props.onBack} />
      {messages.length > 0 ? (
        <Thread
          messages={messages}
          outgoing={outgoing}
          selfId={memberId}
          selfKind={desk.self.kind}
          visitorName={name}
          language={chat.language}
          visitorReadSeq={chat.visitorReadSeq}
          typing={isMine && desk.typing.includes(chat.id) ? { name, from: "visitor" } : null}
          onRetry={actions.retry}
          onDiscard={actions.discard}
          onLapsed={() => void actions.loadMessages(chat.id).catch(() => {})}
        />
      ) : (
        <div className="thread">
          <div className="talk">
            {problem ? (
              <p className="muted" role="alert">
                {t("loadFailed")} {problem}
              </p>
            ) : (
              <Skeleton width="60%" height={44} />
            )}
          </div>
        </div>
      )}
      <footer>
        {isMine && chat.handover && <HandoverStrip chatId={chat.id} name={name} handover={chat.handover} />}
        {isMine ? (
          <ChatComposer
            visitorName={name}
            uploadAddress={attachmentsAddress(brandSlug, chat.id)}
            draftKey={`desk ${memberId} draft ${chat.id}`}
            storage={sessionStore()}
            boxRef={box}
            onTyping={() => actions.typing(chat.id)}
            onSend={(message) => actions.send({ chatId: chat.id, ...message })}
          />
        ) : (
          <p className="muted conv__over">{t(chat.end ? "endedLine" : "movedLine")}</p>
        )}
      </footer>
    </section>
  );
}

const HALF_MINUTE_MS = 30_000;

function ConversationHead(props: {
  desk: Desk;
  chat: DeskChat;
  name: string;
  isMine: boolean;
  onBack: () => void;
}) {
  const { desk, chat, name, isMine } = props;
  const { clock } = useDeskHandle();
  const t = useTranslations("desk.chat");
  const nameOf = useNameOf();
  const span = useSpan();
  const timeOf = useClockTime();
  const now = useServerNow(clock, HALF_MINUTE_MS);
  const [dialog, setDialog] = useState<"end" | "handover" | null>(null);
  const facts = [
    chat.topic ? nameOf(chat.topic) : null,
    chat.endedAt === null
      ? span(now - Date.parse(chat.startedAt))
      : [...new Set([timeOf(chat.startedAt), timeOf(chat.endedAt)])].join("–"),
    chat.pageTitle ? t("onPage", { page: chat.pageTitle }) : null,
  ].filter((fact) => fact !== null);
  const canHandOver = isMine && desk.self.kind === "owner" && !chat.handover;
  useCommand("end", isMine ? () => setDialog("end") : null);
  useCommand("handOver", canHandOver ? () => setDialog("handover") : null);
  const set = (which: "end" | "handover") => (isOpen: boolean) => setDialog(isOpen ? which : null);
  return (
    <header className="conv__head">
      <IconButton icon={ArrowLeft} label={t("back")} className="conv__back" onClick={props.onBack} />
      <Avatar kind="visitor" name={name} />
      <div className="conv__who">
        <h2 className="t-body strong">{name}</h2>
        <p className="meta">{facts.join(" · ")}</p>
      </div>
      {isMine && (
        <div className="acts">
          {canHandOver && (
            <Button size="sm" aria-label={t("handOver")} onClick={() => setDialog("handover")}>
              <Icon icon={ArrowLeftRight} size={16} />
              <span className="wide">{t("handOver")}</span>
            </Button>
          )}
          <Button look="quiet" size="sm" onClick={() => setDialog("end")}>
            {t("end")}
          </Button>
        </div>
      )}
      <EndDialog
        chatId={chat.id}
        name={name}
        isUnanswered={waitingSince(messagesOf(desk.messages, chat.id)) !== null}
        isOpen={dialog === "end" && isMine}
        onOpenChange={set("end")}
      />
      <HandoverDialog
        chatId={chat.id}
        name={name}
        isOpen={dialog === "handover" && isMine}
        onOpenChange={set("handover")}
      />
    </header>
  );
}
