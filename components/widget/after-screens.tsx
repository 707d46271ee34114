import { Heart } from "lucide-react";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { ChatView } from "@/lib/domain/chat/view";
import { spokenName } from "@/lib/domain/member/spoken-name";
import { ConnectionLine } from "./connection-line";
import { MessageLog } from "./message-log";
import { usePanel } from "./panel-context";
import { PanelHeader } from "./panel-header";
import { RatingForm } from "./rating-form";
import { ReplyBox } from "./reply-box";
import { segmentToRate } from "./screen";
import { useWords } from "./texts";
import { dayName } from "./time-words";
import { Transcript } from "./transcript";
import { Unsent } from "./unsent";

/** After the chat: how it was, for each helper in turn. */
export function RatingScreen({ chat }: { chat: ChatView }) {
  const t = useWords();
  const segment = segmentToRate(chat);
  if (!segment) return null;
  const lasted = Date.parse(chat.endedAt ?? chat.startedAt) - Date.parse(chat.startedAt);
  const minutes = Math.round(lasted / 60_000);
  return (
    <>
      <PanelHeader
        title={t("rating.title")}
        meta={
          chat.end === "idle"
            ? t("chat.endedBySystem")
            : t("rating.with", { minutes, name: spokenName(segment.helper.name) })
        }
      />
      <ConnectionLine />
      <main className="pn__main">
        <Unsent chatId={chat.id} />
        <RatingForm key={segment.id} segment={segment} />
        <Transcript />
      </main>
    </>
  );
}

/** A left question that somebody has answered meanwhile: to read, and to rate. */
export function AnsweredScreen({ chat }: { chat: ChatView | null }) {
  const t = useWords();
  const { state, session, actions } = usePanel();
  const segment = chat && segmentToRate(chat);
  const helper = (segment ?? chat?.segments.at(-1))?.helper;
  const asked = new Date(state.question?.askedAt ?? 0);
  const day = dayName(asked, new Date(session.clock.now()), t.locale);
  return (
    <>
      <PanelHeader
        before={
          helper && (
            <Avatar
              kind={helper.kind}
              initials={helper.initials}
              tint={helper.tint}
              picture={helper.pictureUrl}
            />
          )
        }
        title={t("answered.title")}
        meta={t("answered.asked", {
          day: day.kind === "day" ? day.name : t(day.kind === "yesterday" ? "chat.yesterday" : "chat.today"),
        })}
      />
      <ConnectionLine />
      <main className="pn__main pn__main--gap">
        <MessageLog />
        {helper && <ReplyBox helper={helper} />}
        <hr className="rule" />
        {segment ? (
          <RatingForm key={segment.id} segment={segment} />
        ) : (
          <Button block onClick={actions.finish}>
            {t("thanks.another")}
          </Button>
        )}
      </main>
    </>
  );
}

/** Once, after the rating. */
export function ThanksScreen() {
  const t = useWords();
  const { state, actions } = usePanel();
  const helper = state.chat?.segments.at(-1)?.helper;
  return (
    <>
      <PanelHeader title={t("rating.title")} />
      <main className="pn__main pn__main--middle thanks">
        <Icon icon={Heart} size={24} />
        <h2 className="t-title">{t("thanks.title")}</h2>
        {helper && (
          <p className="muted">
            {t(helper.kind === "owner" ? "thanks.lead" : "thanks.leadStaff", {
              name: spokenName(helper.name),
            })}
          </p>
        )}
        {state.chat?.joinUrl && (
          <a href={state.chat.joinUrl} target="_blank" rel="noopener">
            {t("thanks.join")}
          </a>
        )}
        <Button onClick={actions.finish} data-first="">
          {t("thanks.another")}
        </Button>
      </main>
    </>
  );
}
