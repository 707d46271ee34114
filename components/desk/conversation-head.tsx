"use client";

import { ArrowLeft, ArrowLeftRight, MessageCircleQuestion } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClockTime } from "@/components/chat/use-clock-time";
import { Avatar } from "@/components/ui/avatar";
import { Button, IconButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { showError, showToast } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import { messagesOf } from "@/lib/domain/chat/message-list";
import type { Desk, DeskChat } from "@/lib/domain/desk/desk";
import { waitingSince } from "@/lib/domain/desk/desk-reading";
import { ChatMenu } from "./chat-menu";
import { EndDialog } from "./end-dialog";
import { HandoverDialog } from "./handover-dialog";
import { useDeskHandle } from "./use-desk";
import { useCommand } from "./use-keys";
import { useServerNow } from "./use-server-now";
import { useNameOf, useSpan } from "./use-words";

const HALF_MINUTE_MS = 30_000;

/** Who it is, about what, since when; and what can be done with the chat as a whole. */
export function ConversationHead(props: {
  desk: Desk;
  chat: DeskChat;
  name: string;
  isMine: boolean;
  isEnding: boolean;
  onReport: () => void;
  /** Asks colleagues; null where that is not his to do. */
  onAsk: (() => void) | null;
  onBack: () => void;
}) {
  const { desk, chat, name, isMine, isEnding } = props;
  const { actions, clock } = useDeskHandle();
  const t = useTranslations("desk.chat");
  const ask = useTranslations("room.ask")("open");
  const nameOf = useNameOf();
  const span = useSpan();
  const timeOf = useClockTime();
  const errorText = useErrorText();
  const now = useServerNow(clock, HALF_MINUTE_MS);
  const [dialog, setDialog] = useState<"end" | "handover" | null>(null);
  const facts = [
    chat.topic ? nameOf(chat.topic) : null,
    chat.endedAt === null
      ? span(now - Date.parse(chat.startedAt))
      : [...new Set([timeOf(chat.startedAt), timeOf(chat.endedAt)])].join("–"),
    chat.pageTitle ? t("onPage", { page: chat.pageTitle }) : null,
  ].filter((fact) => fact !== null);
  const set = (which: "end" | "handover") => (isOpen: boolean) => setDialog(isOpen ? which : null);

  const end = () => {
    // Whoever waits for an answer is not left by one press.
    if (waitingSince(messagesOf(desk.messages, chat.id)) !== null) return setDialog("end");
    if (!isEnding) actions.endSoon(chat.id).catch((error: unknown) => showError(errorText(error)));
  };
  const canHandOver = isMine && !chat.handover;
  const stepOut = () => {
    actions.stepOut(chat.id).then(
      () => showToast(t("steppedOut")),
      (error: unknown) => showError(errorText(error)),
    );
  };
  useCommand("end", isMine ? end : null);
  useCommand("handOver", canHandOver ? () => setDialog("handover") : null);

  return (
    <header className="conv__head">
      <IconButton icon={ArrowLeft} label={t("back")} className="conv__back" onClick={props.onBack} />
      <Avatar kind="visitor" name={name} />
      <div className="conv__who">
        <h2 className="t-body strong">{name}</h2>
        <p className="meta">{facts.join(" · ")}</p>
      </div>
      <div className="acts">
        {props.onAsk && (
          <IconButton icon={MessageCircleQuestion} size="sm" label={ask} onClick={props.onAsk} />
        )}
        {canHandOver && (
          <Button size="sm" aria-label={t("handOver")} onClick={() => setDialog("handover")}>
            <Icon icon={ArrowLeftRight} size={16} />
            <span className="wide">{t("handOver")}</span>
          </Button>
        )}
        {isMine && (
          <Button look="quiet" size="sm" onClick={end}>
            {t("end")}
          </Button>
        )}
        <ChatMenu name={name} onStepOut={canHandOver ? stepOut : null} onReport={props.onReport} />
      </div>
      <EndDialog chatId={chat.id} name={name} isOpen={dialog === "end" && isMine} onOpenChange={set("end")} />
      <HandoverDialog
        chatId={chat.id}
        name={name}
        selfKind={desk.self.kind}
        question={chat.question}
        isOpen={dialog === "handover" && isMine}
        onOpenChange={set("handover")}
      />
    </header>
  );
}
