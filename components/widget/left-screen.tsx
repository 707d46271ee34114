import { Mail } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { VisitorQuestion } from "@/lib/domain/question/view";
import { ConnectionLine } from "./connection-line";
import { LeaveForm } from "./leave-form";
import { usePanel } from "./panel-context";
import { PanelHeader } from "./panel-header";
import { type Translate, useWords } from "./texts";
import { dayName, timeOfDay } from "./time-words";
import { Transcript } from "./transcript";
import { Unsent } from "./unsent";

/** Nobody could answer at once: by when an answer comes, in the reader's own time, and by which way. */
export function LeftScreen({ question }: { question: VisitorQuestion }) {
  const t = useWords();
  const { state, session, actions } = usePanel();
  const now = new Date(session.clock.now());
  return (
    <>
      <PanelHeader title={t("left.title")} meta={t("left.number")} />
      <ConnectionLine />
      <main className="pn__main pn__main--gap">
        <p className="t-title" role="status">
          {delayWords(question, now, t)}
        </p>
        <blockquote className="quote" dir="auto">
          {question.text}
        </blockquote>
        {session.identity.isKept() ? <p className="muted">{t("left.here")}</p> : <p>{t("left.emailKeep")}</p>}
        {question.hasEmail ? (
          <p className="pn__mail">
            <Icon icon={Mail} /> {t("left.willMail")}
          </p>
        ) : (
          <section className="pn__section" aria-labelledby="pn-by-mail">
            <h2 className="strong t-small" id="pn-by-mail">
              {t("left.emailTitle")}
            </h2>
            <LeaveForm question={question} />
          </section>
        )}
        {state.chat && <Unsent chatId={state.chat.id} />}
        <Transcript />
        {question.hasEmail && (
          <Button look="quiet" block onClick={actions.finish}>
            {t("left.another")}
          </Button>
        )}
      </main>
    </>
  );
}

/** "Leave it with us. You'll have an answer by tomorrow, 10:00." */
function delayWords({ answerBy }: VisitorQuestion, now: Date, t: Translate): string {
  if (!answerBy) return t("left.noDelay");
  const at = new Date(answerBy);
  const time = timeOfDay(at, t.locale);
  const day = dayName(at, now, t.locale);
  if (at < now) return t("left.late", { day: dayWords(day, t), time });
  if (day.kind === "today") return t("left.byToday", { time });
  if (day.kind === "tomorrow") return t("left.byTomorrow", { time });
  return t("left.byDay", { day: dayWords(day, t), time });
}

function dayWords(day: ReturnType<typeof dayName>, t: Translate): string {
  if (day.kind === "day") return day.name;
  return t(day.kind === "yesterday" ? "chat.yesterday" : "chat.today");
}
