import { Clock, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Bubble, Stamp, SystemLine } from "@/components/ui/bubble";
import type { MessageView } from "@/lib/domain/chat/view";
import { spokenName } from "@/lib/domain/member/spoken-name";
import { Attachment } from "./attachment";
import { conversationLines, type Line } from "./conversation";
import { findLinks } from "./links";
import { usePanel } from "./panel-context";
import { systemWords } from "./system-words";
import { useWords } from "./texts";
import { dayName, timeOfDay } from "./time-words";

/** All that was said, oldest first; read aloud as it grows. */
export function MessageLog(props: { children?: ReactNode }) {
  const t = useWords();
  const { state } = usePanel();
  const { question, chat, messages, outgoing } = state;
  const own = outgoing.filter(({ chatId }) => chatId === chat?.id);
  return (
    <div className="talk" role="log" aria-label={t("chat.log")}>
      {conversationLines(question?.text ?? "", messages, own).map((line) => (
        <LineDrawn key={line.key} line={line} />
      ))}
      {props.children}
    </div>
  );
}

function LineDrawn({ line }: { line: Line }) {
  const t = useWords();
  const { state } = usePanel();
  switch (line.kind) {
    case "question":
      return (
        <Bubble from="visitor" own>
          <Said who={t("chat.you")} text={line.text} />
        </Bubble>
      );
    case "system":
      return <SystemDrawn message={line.message} isFirstJoin={line.isFirstJoin} />;
    case "message": {
      const { message, isOwn } = line;
      const isSeen = isOwn && message.seq <= (state.chat?.readSeq ?? 0);
      return (
        <>
          <Bubble from={message.helper?.kind ?? "visitor"} own={isOwn} fresh={isRecent(message)}>
            <Said who={isOwn ? t("chat.you") : (message.helper?.name ?? "")} text={message.body} />
            {message.isHidden && <em className="muted">{t("chat.hidden")}</em>}
            {message.attachment && <Attachment attachment={message.attachment} />}
          </Bubble>
          {line.endsGroup && (
            <Stamp own={isOwn}>
              {!isOwn && (
                <>
                  <HelperName message={message} />
                  {" · "}
                </>
              )}
              <Moment at={message.sentAt} />
              {isSeen && ` · ${t("chat.seen")}`}
            </Stamp>
          )}
        </>
      );
    }
    case "outgoing":
      return <OutgoingDrawn line={line} />;
  }
}

function OutgoingDrawn({ line }: { line: Extract<Line, { kind: "outgoing" }> }) {
  const t = useWords();
  const { outbox } = usePanel().session;
  const { clientId, body, attachment, state, problem } = line.message;
  return (
    <>
      <Bubble from="visitor" own state={state}>
        <Said who={t("chat.you")} text={body} />
        {attachment && <Attachment attachment={attachment} />}
      </Bubble>
      {line.endsGroup && state === "sending" && <Stamp own>{t("chat.sending")}</Stamp>}
      {line.endsGroup && state === "waiting" && (
        <Stamp own icon={Clock}>
          {t("chat.waiting")}
        </Stamp>
      )}
      {state === "failed" && (
        <Stamp
          own
          tone="red"
          icon={TriangleAlert}
          retry={
            problem === "CHAT_ENDED"
              ? { label: t("chat.discard"), onRetry: () => outbox.discard(clientId) }
              : { label: t("chat.again"), onRetry: () => outbox.retry(clientId) }
          }
        >
          {t("chat.notSent")}
        </Stamp>
      )}
    </>
  );
}

/** A message's words. Who speaks is heard by those who cannot see sides and grounds. */
function Said({ who, text }: { who: string; text: string }) {
  return (
    <>
      <span className="sr">{`${who}: `}</span>
      {text !== "" && (
        <p className="bub__text" dir="auto">
          {findLinks(text).map(({ text: words, href }, index) =>
            href ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never move.
              <a key={index} href={href} target="_blank" rel="noopener noreferrer nofollow ugc">
                {words}
              </a>
            ) : (
              words
            ),
          )}
        </p>
      )}
    </>
  );
}

function HelperName({ message }: { message: MessageView }) {
  const t = useWords();
  const name = message.helper ? spokenName(message.helper.name) : t("chat.somebody");
  return <>{message.helper?.kind === "staff" ? t("chat.staffName", { name }) : name}</>;
}

/** The time of day, with the day before it when that is not today. */
function Moment({ at }: { at: string }) {
  const t = useWords();
  const { clock } = usePanel().session;
  const when = new Date(at);
  const day = dayName(when, new Date(clock.now()), t.locale);
  const time = timeOfDay(when, t.locale);
  const name = day.kind === "yesterday" ? t("chat.yesterday") : day.kind === "day" ? day.name : "";
  return <time dateTime={at}>{name === "" ? time : `${name}, ${time}`}</time>;
}

function SystemDrawn({ message, isFirstJoin }: { message: MessageView; isFirstJoin: boolean }) {
  const t = useWords();
  const { chat } = usePanel().state;
  const line = message.system;
  if (!line) return null;
  return (
    <>
      <SystemLine>
        <span>
          {systemWords(line, {
            t,
            isFirstJoin,
            helperName: chat?.helper?.name ?? chat?.segments.at(-1)?.helper.name,
          })}
        </span>
      </SystemLine>
      {line.kind === "handed_over" && line.capsule !== "" && (
        <blockquote className="quote quote--small" dir="auto">
          <span className="meta">{t("chat.passedOn")}</span> {line.capsule}
        </blockquote>
      )}
    </>
  );
}

/** Only what has just come fades in; a conversation that is read again stands there at once. */
function isRecent(message: MessageView): boolean {
  return Math.abs(Date.now() - Date.parse(message.sentAt)) < 3_000;
}
