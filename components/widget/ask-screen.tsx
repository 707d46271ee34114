import { type FormEvent, useState } from "react";
import { AvatarStack } from "@/components/ui/avatar";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { TextAreaField, TextField } from "@/components/ui/field";
import { type Tint, tints } from "@/lib/domain/member/appearance";
import { type Availability, type SeatKind, spokenIn } from "@/lib/domain/targeting/launcher";
import { maxNameLength, maxQuestionLength } from "./limits";
import { webAddress } from "./links";
import { useDoing, usePanel } from "./panel-context";
import { PanelHeader } from "./panel-header";
import { type Translate, useWords } from "./texts";
import { dayName, timeOfDay } from "./time-words";
import { whoAnswers } from "./who-answers";

/** The first screen: one question, what it is about, and a name if he likes. No e-mail is asked for. */
export function AskScreen() {
  const t = useWords();
  const { state, actions, session, draft, setDraft } = usePanel();
  const { busy, problem, run } = useDoing();
  const [firstName, setFirstName] = useState(state.firstName ?? "");
  const [isChecked, setIsChecked] = useState(false);
  const availability = state.availability && spokenIn(state.availability, t.locale);
  const isAnybodyThere = availability !== null && availability.kind !== "none";
  const [wasAnybodyThere] = useState(isAnybodyThere);
  const now = new Date(session.clock.now());

  const topics = state.site?.topics ?? [];
  const pageTopic = topics.find(({ slug }) => slug === state.context.topic)?.id ?? null;
  const topicId = draft.topicId === undefined ? pageTopic : draft.topicId;
  const kind = whoAnswers(availability, topicId);
  const over = draft.text.length - maxQuestionLength;
  const isEmpty = draft.text.trim() === "";
  const nameIsLong = firstName.trim().length > maxNameLength;

  const submitDraft = async () => {
    const name = firstName.trim();
    const isAsked = await run("it", () =>
      actions.ask({
        text: draft.text.trim(),
        topicId,
        firstName: name === "" ? null : name,
        // What the button says is what happens: nobody is asked who is not there.
        leave: kind === "none",
      }),
    );
    if (isAsked) setDraft({ text: "" });
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setIsChecked(true);
    if (isEmpty || over > 0 || nameIsLong) {
      event.currentTarget.querySelector<HTMLElement>(isEmpty || over > 0 ? "textarea" : "input")?.focus();
      return;
    }
    void submitDraft();
  };

  return (
    <>
      <AskHeader availability={availability} kind={kind} now={now} />
      <main className="pn__main">
        <form className="pn__form" onSubmit={submit} noValidate>
          {!isAnybodyThere && wasAnybodyThere && <Banner>{t("ask.gone")}</Banner>}
          <TextAreaField
            label={
              <span className="pn__question">
                {t(kind === "none" ? "ask.questionNobody" : "ask.question")}
              </span>
            }
            className="pn__text"
            rows={4}
            value={draft.text}
            placeholder={t("ask.placeholder")}
            dir="auto"
            data-first=""
            help={
              counterWords(maxQuestionLength - draft.text.length, t) ??
              (kind === "none" && state.site && leaveWords(state.site.leaveBy, now, t))
            }
            error={over > 0 ? t("ask.tooLong", { over }) : isChecked && isEmpty ? t("ask.empty") : undefined}
            onChange={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
          />
          {topics.length > 0 && (
            <fieldset className="pn__topics">
              <legend className="label">{t("ask.about")}</legend>
              <div className="chips">
                {topics.map(({ id, names }) => (
                  <Chip
                    key={id}
                    pressed={id === topicId}
                    onClick={() => setDraft({ ...draft, topicId: id === topicId ? null : id })}
                  >
                    {names[t.locale]}
                  </Chip>
                ))}
              </div>
              {draft.topicId === undefined && pageTopic && <p className="help">{t("ask.fromPage")}</p>}
              {availability?.kind === "community" && kind !== "community" && (
                <p className="help" role="status">
                  {t(kind === "staff" ? "ask.topicStaff" : "ask.topicNobody")}
                </p>
              )}
            </fieldset>
          )}
          <TextField
            label={t("ask.firstName")}
            optional={t("ask.optional")}
            value={firstName}
            autoComplete="given-name"
            error={nameIsLong ? t("ask.tooLongName") : undefined}
            onChange={(event) => setFirstName(event.currentTarget.value)}
          />
          <div className="pn__foot">
            {problem && <Banner tone="red">{problem}</Banner>}
            <Button
              look="primary"
              size="lg"
              block
              type="submit"
              busy={busy !== null}
              busyLabel={t("ask.sending")}
            >
              {kind === "community" && state.site
                ? state.site.words.askOwner
                : t(
                    kind === "none" ? "ask.sendNobody" : kind === "staff" ? "ask.sendStaff" : "ask.sendOwner",
                  )}
            </Button>
            <p className="fine">
              {kind === "community" && t("ask.fineOwner")}
              {kind === "staff" && t("ask.fineStaff", { brand: state.site?.name ?? "" })}
            </p>
            <PrivacyLine />
          </div>
        </form>
      </main>
    </>
  );
}

/** What the brand says of privacy, with its policy. */
function PrivacyLine() {
  const t = useWords();
  const { site } = usePanel().state;
  const policy = webAddress(site?.privacyUrl);
  if (!site || (!site.privacyLine && !policy)) return null;
  return (
    <p className="fine">
      {site.privacyLine}{" "}
      {policy && (
        <a href={policy} target="_blank" rel="noopener noreferrer nofollow">
          {t("ask.privacyLink")}
        </a>
      )}
    </p>
  );
}

function AskHeader(props: { availability: Availability | null; kind: SeatKind; now: Date }) {
  const t = useWords();
  const { availability, kind, now } = props;
  const { site } = usePanel().state;
  if (!availability || availability.kind === "none")
    return <PanelHeader title={t("ask.titleNobody")} meta={backWords(availability, now, t)} />;
  // Who is there is not who would answer this.
  if (kind === "none") return <PanelHeader title={t("left.titleLeaving")} meta={t("left.number")} />;
  const { faces, online, usualSeconds, promiseSeconds } = availability;
  const seconds = Math.round(usualSeconds ?? promiseSeconds);
  const speed = t(usualSeconds === null ? "ask.promise" : "ask.usual", { seconds });
  const isOther = kind !== availability.kind;
  const people = isOther
    ? []
    : faces.map(({ initials, tint }, index) => ({
        kind: kind === "staff" ? ("staff" as const) : ("owner" as const),
        id: `${index}`,
        initials,
        tint: tints.find((known) => known === tint) as Tint | undefined,
      }));
  return (
    <PanelHeader
      before={people.length > 0 && <AvatarStack people={people} />}
      title={kind === "staff" ? t("ask.titleStaff") : (site?.words.askOwner ?? t("ask.titleOwner"))}
      meta={[...(online > 0 && !isOther ? [t("ask.online", { count: online })] : []), speed].join(" · ")}
    />
  );
}

/** "Owners are back tomorrow at 09:00", where the brand has said so; else that nobody is free now. */
function backWords(availability: Availability | null, now: Date, t: Translate): string {
  const { opensAt, opens = "" } = availability ?? {};
  if (!opensAt || new Date(opensAt) <= now) return t("ask.nobodyAt", { time: timeOfDay(now, t.locale) });
  return t("ask.back", { who: opens, ...whenWords(opensAt, now, t) });
}

/** "You’ll have an answer by tomorrow, 10:00." */
function leaveWords(by: string, now: Date, t: Translate): string {
  return t("ask.leaveBy", whenWords(by, now, t));
}

function whenWords(instant: string, now: Date, t: Translate) {
  const at = new Date(instant);
  const day = dayName(at, now, t.locale);
  return { day: day.kind, name: day.kind === "day" ? day.name : "", time: timeOfDay(at, t.locale) };
}

/** From the last hundred characters on. */
function counterWords(left: number, t: Translate): string | null {
  return left <= 100 && left >= 0 ? t("ask.counter", { left }) : null;
}
