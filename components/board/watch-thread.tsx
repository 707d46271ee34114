"use client";

import { useTranslations } from "use-intl";
import { Thread } from "@/components/chat/thread";
import { useClockTime } from "@/components/chat/use-clock-time";
import type { MessageView } from "@/lib/domain/chat/view";
import { ActionButton } from "./action-button";
import type { Watch } from "./watch-state";

/** What was said, each message with the button that hides it or shows it again. */
export function WatchThread(props: {
  watch: Watch;
  visitorName: string;
  language: string;
  onModerate: (message: MessageView) => void;
  onLapsed: () => void;
}) {
  const { watch, visitorName } = props;
  const t = useTranslations("board.watch");
  const { messages, typing } = watch;
  const helperKind = messages.findLast(({ helper }) => helper)?.helper?.kind ?? "owner";
  if (messages.length === 0) return <p className="sheet__body muted">{t("none")}</p>;
  return (
    <Thread
      messages={messages}
      selfId={null}
      selfKind="staff"
      visitorName={visitorName}
      language={props.language}
      visitorReadSeq={0}
      typing={
        typing && {
          name: typing.name ?? visitorName,
          from: typing.by === "visitor" ? "visitor" : helperKind,
        }
      }
      action={(message) => (
        <ModerateButton message={message} visitorName={visitorName} onModerate={props.onModerate} />
      )}
      onLapsed={props.onLapsed}
    />
  );
}

function ModerateButton(props: {
  message: MessageView;
  visitorName: string;
  onModerate: (message: MessageView) => void;
}) {
  const { message } = props;
  const t = useTranslations("board.watch");
  const timeOf = useClockTime();
  const name = message.helper?.name ?? props.visitorName;
  const time = timeOf(message.sentAt);
  return (
    <ActionButton
      look="quiet"
      size="sm"
      aria-label={t(message.isHidden ? "restoreOf" : "hideOf", { name, time })}
      onClick={() => props.onModerate(message)}
    >
      {t(message.isHidden ? "restore" : "hide")}
    </ActionButton>
  );
}
