import { Hourglass } from "lucide-react";
import { useEffect } from "react";
import { Icon } from "@/components/ui/icon";
import { ConnectionLine } from "./connection-line";
import { usePanel } from "./panel-context";
import { PanelHeader } from "./panel-header";
import { type Translate, useWords } from "./texts";
import { dayName, timeOfDay } from "./time-words";
import { Transcript } from "./transcript";
import { Unsent } from "./unsent";

/** The longest that a timer can wait. */
const MOST_WAIT_MS = 2 ** 31 - 1;

/** A visitor who may not ask for a while: until when, whom to turn to, and his own words, which he keeps. */
export function BannedScreen() {
  const t = useWords();
  const { state, session, draft } = usePanel();
  const { chat, bannedUntil } = state;
  const until = Date.parse(bannedUntil ?? "");
  const brand = state.site?.name ?? "";

  useEffect(() => {
    const left = Math.max(0, until - session.clock.now());
    const timer = setTimeout(() => session.read().catch(() => {}), Math.min(left, MOST_WAIT_MS));
    return () => clearTimeout(timer);
  }, [session, until]);

  return (
    <>
      <PanelHeader title={t("banned.title")} />
      <ConnectionLine />
      <main className="pn__main pn__main--gap banned">
        <section className="banned__words" role="status">
          <Icon icon={Hourglass} size={24} />
          <h2 className="t-title">{endWords(new Date(until), new Date(session.clock.now()), t)}</h2>
          <p className="muted">{t("banned.why", { brand })}</p>
          <p className="fine">{t("banned.mistake", { brand })}</p>
        </section>
        {draft.text.trim() !== "" && (
          <section>
            <h3 className="label">{t("matching.yours")}</h3>
            <blockquote className="quote" dir="auto">
              {draft.text}
            </blockquote>
          </section>
        )}
        {chat && <Unsent chatId={chat.id} mayAsk={false} />}
        <Transcript />
      </main>
    </>
  );
}

/** "You can ask again tomorrow from 10:00." */
function endWords(until: Date, now: Date, t: Translate): string {
  const time = timeOfDay(until, t.locale);
  const day = dayName(until, now, t.locale);
  if (day.kind === "day") return t("banned.day", { day: day.name, time });
  return t(day.kind === "tomorrow" ? "banned.tomorrow" : "banned.today", { time });
}
