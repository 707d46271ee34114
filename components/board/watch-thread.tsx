"use client";

// What messages look like is the desk's.
import "@/components/desk/desk.css";
import { useTranslations } from "use-intl";
import { groupMessages } from "@/components/chat/group-messages";
import { MessageGroup } from "@/components/chat/message-group";
import { SystemLineText } from "@/components/chat/system-line-text";
import { useClockTime } from "@/components/chat/use-clock-time";
import { TypingDots } from "@/components/ui/bubble";
import type { MessageView } from "@/lib/domain/chat/view";
import { ActionButton } from "./action-button";
import type { Watch } from "./watch-state";

/**
 * What was said, each message with the button that hides it or shows it again. It stays at its end by itself: the
 * column runs upwards, so a browser keeps what is newest in sight.
 */
export function WatchThread(props: {
  watch: Watch;
  visitorName: string;
  language: string;
  onModerate: (message: MessageView) => void;
  onLapsed: () => void;
}) {
  const { watch, visitorName } = props;
  const t = useTranslations("board.watch");
  const thread = useTranslations("desk.thread");
  const { messages, typing } = watch;
  const helperKind = messages.findLast(({ helper }) => helper)?.helper?.kind ?? "owner";
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <div className="sheet__body sheet__scroll" role="log" aria-label={thread("label")} tabIndex={0}>
      <div className="talk">
        {messages.length === 0 && <p className="muted">{t("none")}</p>}
        {groupMessages(messages, null).map((item) =>
          item.kind === "system"
            ? item.message.system && (
                <SystemLineText key={item.message.id} line={item.message.system} visitorName={visitorName} />
              )
            : item.messages.map((message) => (
                <div key={message.id} className="moderated" data-own={item.isOwn}>
                  <MessageGroup
                    messages={[message]}
                    isOwn={false}
                    visitorName={visitorName}
                    language={props.language}
                    knownSeq={Number.POSITIVE_INFINITY}
                    seenSeq={null}
                    onLapsed={props.onLapsed}
                  />
                  <ModerateButton message={message} visitorName={visitorName} onModerate={props.onModerate} />
                </div>
              )),
        )}
        {typing && (
          <TypingDots
            from={typing.by === "visitor" ? "visitor" : helperKind}
            label={thread("typing", { name: typing.name ?? visitorName })}
          />
        )}
      </div>
    </div>
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
      className="moderated__act"
      aria-label={t(message.isHidden ? "restoreOf" : "hideOf", { name, time })}
      onClick={() => props.onModerate(message)}
    >
      {t(message.isHidden ? "restore" : "hide")}
    </ActionButton>
  );
}
