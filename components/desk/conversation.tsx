"use client";

import { Flag } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { ChatComposer } from "@/components/chat/chat-composer";
import { Thread } from "@/components/chat/thread";
import { useClockTime } from "@/components/chat/use-clock-time";
import { AskDialog } from "@/components/room/ask-dialog";
import { AskedStrip } from "@/components/room/asked-strip";
import { useDeskRoom } from "@/components/room/use-desk-room";
import { IconButton } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import type { OutgoingMessage } from "@/lib/client/outbox";
import type { CannedReply } from "@/lib/domain/canned-reply/view";
import { idleWarning, messagesOf, withoutPastWarnings, withoutStored } from "@/lib/domain/chat/message-list";
import type { Desk, DeskChat } from "@/lib/domain/desk/desk";
import { ConversationHead } from "./conversation-head";
import { attachmentsAddress } from "./desk-requests";
import { EndingStrip } from "./ending-strip";
import type { Ending } from "./endings";
import { HandoverStrip } from "./handover-strip";
import { IdleStrip } from "./idle-strip";
import { PartingLine } from "./parting-line";
import { ReportDialog, type Reported } from "./report-dialog";
import { sessionStore } from "./session-store";
import { useDeskHandle } from "./use-desk";
import { useCommand } from "./use-keys";
import { useReading } from "./use-reading";
import { useVisitorName } from "./use-words";
import { WhyChat } from "./why-chat";

/** One conversation: who, what was said, and, while it is in his hands, where to write. Give it a `key` per chat. */
export function Conversation(props: {
  desk: Desk;
  chat: DeskChat;
  outgoing: readonly OutgoingMessage[];
  /** That it ends in a moment. */
  ending: Ending | null;
  replies: readonly CannedReply[];
  /** It was just accepted: the box to write in takes the focus. */
  isFresh: boolean;
  /** False while the phone shows another part of the desk. */
  isShown: boolean;
  onBack: () => void;
  /** A lost chat is in his hands again. */
  onResumed: (chatId: string) => void;
}) {
  const { desk, chat, ending } = props;
  const { actions, ask, brandSlug, memberId, room } = useDeskHandle();
  const t = useTranslations("desk.chat");
  const visitorName = useVisitorName();
  const box = useRef<HTMLTextAreaElement>(null);
  const messages = messagesOf(desk.messages, chat.id);
  const warning = idleWarning(messages);
  const isMine = chat.isMine && chat.state === "open";
  const name = visitorName(chat);
  const problem = useReading({ chat, messages, isMine, isShown: props.isShown });

  const [reported, setReported] = useState<Reported | null>(null);
  const timeOf = useClockTime();
  const backRoom = useDeskRoom(room);
  const [isAsking, setAsking] = useState(false);

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
      <ConversationHead
        desk={desk}
        chat={chat}
        name={name}
        isMine={isMine}
        isEnding={ending !== null}
        onReport={() => setReported({ message: null })}
        onAsk={isMine && backRoom?.mayAsk ? () => setAsking(true) : null}
        onBack={props.onBack}
      />
      {desk.self.kind === "owner" && <WhyChat key={chat.questionId} questionId={chat.questionId} />}
      <AskedStrip
        brandSlug={brandSlug}
        threads={backRoom?.threads.filter(({ chatId }) => chatId === chat.id) ?? []}
      />
      {messages.length > 0 ? (
        <Thread
          // Whoever carries it has the warning beside his box, with the way out.
          messages={withoutPastWarnings(messages).filter(({ system }) => !isMine || system?.kind !== "idle")}
          outgoing={outgoing}
          selfId={memberId}
          selfKind={desk.self.kind}
          visitorName={name}
          language={chat.language}
          visitorReadSeq={chat.visitorReadSeq}
          action={(message) =>
            message.helper?.memberId !== memberId &&
            !message.isHidden && (
              <IconButton
                icon={Flag}
                size="sm"
                className="said__quiet"
                label={t("reportOf", { name: message.helper?.name ?? name, time: timeOf(message.sentAt) })}
                onClick={() => setReported({ message })}
              />
            )
          }
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
      {reported && (
        <ReportDialog chatId={chat.id} name={name} reported={reported} onClose={() => setReported(null)} />
      )}
      {isAsking && (
        <AskDialog
          said={messages.findLast(({ author, isHidden }) => author === "visitor" && !isHidden)?.body ?? ""}
          ask={(json) => ask(chat.id, json)}
          onClose={() => setAsking(false)}
        />
      )}
      <footer>
        <p className="sr" role="status">
          {isMine && ending && t("endsSoon", { name })}
        </p>
        {isMine && ending && <EndingStrip chatId={chat.id} name={name} ending={ending} />}
        {isMine && warning && <IdleStrip chatId={chat.id} warning={warning} />}
        {isMine && chat.handover && <HandoverStrip chatId={chat.id} name={name} handover={chat.handover} />}
        {isMine ? (
          <ChatComposer
            visitorName={name}
            uploadAddress={attachmentsAddress(brandSlug, chat.id)}
            draftKey={`desk ${memberId} draft ${chat.id}`}
            storage={sessionStore()}
            boxRef={box}
            replies={{
              all: props.replies,
              language: chat.language,
              names: {
                visitor: "visitor" in chat ? chat.visitor.firstName : chat.firstName,
                me: desk.self.name,
              },
            }}
            onTyping={() => actions.typing(chat.id)}
            onSend={(message) => actions.send({ chatId: chat.id, ...message })}
          />
        ) : (
          <PartingLine chat={chat} onResumed={props.onResumed} />
        )}
      </footer>
    </section>
  );
}
