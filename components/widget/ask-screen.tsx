import { type FormEvent, useState } from "react";
import { AvatarStack } from "@/components/ui/avatar";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { TextAreaField, TextField } from "@/components/ui/field";
import { type Tint, tints } from "@/lib/domain/member/appearance";
import type { Availability } from "@/lib/domain/targeting/launcher";
import { maxNameLength, maxQuestionLength } from "./limits";
import { webAddress } from "./links";
import { useDoing, usePanel } from "./panel-context";
import { PanelHeader } from "./panel-header";
import { type Translate, useWords } from "./texts";
import { timeOfDay } from "./time-words";

/** The first screen: one question, what it is about, and a name if he likes. No e-mail is asked for. */
export function AskScreen() {
  const t = useWords();
  const { state, actions, session, draft, setDraft } = usePanel();
  const { busy, problem, run } = useDoing();
  const [firstName, setFirstName] = useState(state.firstName ?? "");
  const [isChecked, setIsChecked] = useState(false);
  const kind = state.availability?.kind ?? "none";
  const [kindAtStart] = useState(kind);

  const topics = state.site?.topics ?? [];
  const pageTopic = topics.find(({ slug }) => slug === state.context.topic)?.id ?? null;
  const topicId = draft.topicId === undefined ? pageTopic : draft.topicId;
  const over = draft.text.length - maxQuestionLength;
  const isEmpty = draft.text.trim() === "";
  const nameIsLong = firstName.trim().length > maxNameLength;

  const submitDraft = async () => {
    const name = firstName.trim();
    const isAsked = await run("it", () =>
      actions.ask({ text: draft.text.trim(), topicId, firstName: name === "" ? null : name }),
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
      <AskHeader availability={state.availability} now={new Date(session.clock.now())} />
      <main className="pn__main">
        <form className="pn__form" onSubmit={submit} noValidate>
          {kind === "none" && kindAtStart !== "none" && <Banner>{t("ask.gone")}</Banner>}
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
              (kind === "none" && t("ask.helpNobody"))
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

function AskHeader(props: { availability: Availability | null; now: Date }) {
  const t = useWords();
  const { availability } = props;
  const { site } = usePanel().state;
  if (!availability || availability.kind === "none")
    return (
      <PanelHeader
        title={t("ask.titleNobody")}
        meta={t("ask.nobodyAt", { time: timeOfDay(props.now, t.locale) })}
      />
    );
  const { kind, faces, online, usualSeconds, promiseSeconds } = availability;
  const seconds = Math.round(usualSeconds ?? promiseSeconds);
  const speed = t(usualSeconds === null ? "ask.promise" : "ask.usual", { seconds });
  const people = faces.map(({ initials, tint }, index) => ({
    kind: kind === "staff" ? ("staff" as const) : ("owner" as const),
    id: `${index}`,
    initials,
    tint: tints.find((known) => known === tint) as Tint | undefined,
  }));
  return (
    <PanelHeader
      before={people.length > 0 && <AvatarStack people={people} />}
      title={kind === "staff" ? t("ask.titleStaff") : (site?.words.askOwner ?? t("ask.titleOwner"))}
      meta={[...(online > 0 ? [t("ask.online", { count: online })] : []), speed].join(" · ")}
    />
  );
}

/** From the last hundred characters on. */
function counterWords(left: number, t: Translate): string | null {
  return left <= 100 && left >= 0 ? t("ask.counter", { left }) : null;
}
