import { type FormEvent, useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { TextAreaField } from "@/components/ui/field";
import { Ring } from "@/components/ui/ring";
import { spokenName } from "@/lib/domain/member/spoken-name";
import type { VisitorQuestion } from "@/lib/domain/question/view";
import { ConnectionLine, ForgetfulLine } from "./connection-line";
import { inSentence, spanWords } from "./helper-words";
import { LeaveForm } from "./leave-form";
import { maxQuestionLength } from "./limits";
import { useDoing, usePanel } from "./panel-context";
import { PanelHeader } from "./panel-header";
import { type Translate, useWords } from "./texts";
import { useFirstFocus } from "./use-first-focus";

/** How many of those asked are named. */
const NAMED = 3;

/** The wait: the promise counting, who is being asked, and every way out. */
export function MatchingScreen({ question }: { question: VisitorQuestion }) {
  const t = useWords();
  const { state, session, actions, setDraft } = usePanel();
  const { busy, problem, run } = useDoing<"staff" | "withdraw">();
  const [mode, setMode] = useState<"wait" | "change" | "leave">("wait");
  const [waitsOn, setWaitsOn] = useState(false);
  const startedAt = Date.parse(question.askedAt);
  const broken = question.promiseBroken;
  const canAskStaff = question.staffFree && !question.staffOnly;
  const ownerWord = state.site?.ownerWord ?? null;
  const topic = question.topic ? inSentence(question.topic.names[t.locale]) : null;

  // Taken back, it is a draft again.
  const withdraw = async () => {
    if (await run("withdraw", actions.withdraw))
      setDraft({ text: question.text, topicId: question.topic?.id ?? null });
  };

  return (
    <>
      <PanelHeader
        title={t(
          question.staffOnly ? "matching.titleStaff" : ownerWord ? "matching.titleAny" : "matching.title",
        )}
        meta={topic ? t("matching.about", { topic }) : t("matching.aboutNothing")}
      />
      <ConnectionLine />
      <main className="pn__main">
        {mode === "leave" ? (
          <LeaveForm question={question} onBack={() => setMode("wait")} />
        ) : (
          <div className="seek">
            <Ring
              mode="up"
              size={152}
              startedAt={startedAt}
              endsAt={startedAt + question.promiseSeconds * 1_000}
              clockOffset={session.clock.offset()}
              label={(seconds) => t("matching.timer", { seconds, promise: question.promiseSeconds })}
              caption={
                broken
                  ? t("matching.overPromise")
                  : t("matching.ofPromise", { seconds: question.promiseSeconds })
              }
            />
            <p className="seek__title" aria-live="polite">
              {askingWords(question, ownerWord, t)}
            </p>
            <Asked question={question} />
            <InLine question={question} />
            {mode === "change" ? (
              <ChangeForm question={question} onDone={() => setMode("wait")} />
            ) : (
              <blockquote className="quote" dir="auto">
                <span className="sr">{t("matching.yours")}</span>
                {question.text}
              </blockquote>
            )}
            <div className="pn__foot">
              {problem && <Banner tone="red">{problem}</Banner>}
              {broken && (
                <p className="seek__broken" role="status">
                  {waitsOn
                    ? t("matching.waitingOn")
                    : t("matching.broken", { seconds: question.promiseSeconds })}
                </p>
              )}
              {broken && !waitsOn && (
                <Button look="primary" block onClick={() => setWaitsOn(true)}>
                  {t("matching.keepWaiting")}
                </Button>
              )}
              {canAskStaff && (
                <Button block busy={busy === "staff"} onClick={() => void run("staff", actions.staffInstead)}>
                  {t("matching.staffInstead")}
                </Button>
              )}
              {broken && (
                <Button block onClick={() => setMode("leave")}>
                  {t("matching.leaveIt")}
                </Button>
              )}
              {mode === "wait" && (!broken || waitsOn) && (
                <div className="pn__pair">
                  <Button look="quiet" size="sm" onClick={() => setMode("change")}>
                    {t("matching.change")}
                  </Button>
                  <Button look="quiet" size="sm" busy={busy === "withdraw"} onClick={() => void withdraw()}>
                    {t("matching.withdraw")}
                  </Button>
                </div>
              )}
              <ForgetfulLine />
            </div>
          </div>
        )}
      </main>
    </>
  );
}

/** "Asking 3 owners of the Volt 3…", as far as it is true of all of them; a brand's own word has no plural. */
function askingWords(
  { asked, product, position }: VisitorQuestion,
  ownerWord: string | null,
  t: Translate,
): string {
  const owners = asked.filter(({ kind }) => kind === "owner");
  if (asked.length === 0)
    return position === null ? t("matching.looking") : t("matching.inLine", { ahead: position - 1 });
  if (owners.length === 0) return t("matching.askingStaff");
  if (ownerWord) return t("matching.askingAny", { count: owners.length });
  const allOwn = product !== null && owners.every(({ ownsMonths }) => ownsMonths !== null);
  return allOwn
    ? t("matching.askingOwnersOf", { count: owners.length, product })
    : t("matching.askingOwners", { count: owners.length });
}

function Asked({ question }: { question: VisitorQuestion }) {
  const t = useWords();
  if (question.asked.length === 0) return null;
  const more = question.asked.length - NAMED;
  return (
    <ul className="asked">
      {question.asked.slice(0, NAMED).map((helper) => (
        <li key={`${helper.name} ${helper.tint}`}>
          <Avatar kind={helper.kind} initials={helper.initials} tint={helper.tint} size={28} />
          <span>{spokenName(helper.name)}</span>
          <span className="meta">
            {helper.kind === "staff" && t("matching.staffWord")}
            {helper.kind === "owner" && helper.ownsMonths ? spanWords(helper.ownsMonths, t) : null}
          </span>
          {helper.state === "reading" ? (
            <span className="asked__state meta c-green strong">{t("matching.reading")}</span>
          ) : (
            <span className="asked__state meta">{t("matching.asked")}</span>
          )}
        </li>
      ))}
      {more > 0 && <li className="meta">{t("matching.askingMore", { count: more })}</li>}
    </ul>
  );
}

/** Why nobody is being asked, and how long it may take. */
function InLine({ question: { position, expectedWaitSeconds } }: { question: VisitorQuestion }) {
  const t = useWords();
  if (position === null) return null;
  return (
    <p className="meta seek__line">
      {t("matching.allBusy")}
      {expectedWaitSeconds !== null &&
        ` ${t("matching.expected", { minutes: Math.ceil(expectedWaitSeconds / 60) })}`}
    </p>
  );
}

function ChangeForm(props: { question: VisitorQuestion; onDone: () => void }) {
  const t = useWords();
  const { actions } = usePanel();
  const { busy, problem, run } = useDoing();
  const [text, setText] = useState(props.question.text);
  const first = useFirstFocus<HTMLFormElement>();
  const over = text.length - maxQuestionLength;
  const isEmpty = text.trim() === "";

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isEmpty || over > 0) return;
    if (text.trim() === props.question.text || (await run("it", () => actions.change(text.trim()))))
      props.onDone();
  };
  return (
    <form className="seek__change" ref={first} onSubmit={(event) => void submit(event)}>
      <TextAreaField
        label={t("matching.yours")}
        rows={3}
        value={text}
        dir="auto"
        error={over > 0 ? t("ask.tooLong", { over }) : isEmpty ? t("ask.empty") : (problem ?? undefined)}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="pn__pair">
        <Button look="primary" size="sm" type="submit" busy={busy !== null} busyLabel={t("ask.sending")}>
          {t("matching.saveChange")}
        </Button>
        <Button look="quiet" size="sm" onClick={props.onDone}>
          {t("matching.keepOld")}
        </Button>
      </div>
    </form>
  );
}
