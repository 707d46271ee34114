"use client";

import { Heart, TriangleAlert } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { TextAreaField } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { type StarCount, Stars } from "@/components/ui/stars";
import { errorCode } from "@/lib/client/api";
import { useErrorText } from "@/lib/client/use-error-text";
import type { AnswerPage } from "@/lib/domain/question/answer-view";
import type { answerRequests } from "./answer-requests";
import { emptyDraft, isGlad, mayAskLater, type RatingDraft, ratingOf, type Solved } from "./rating";

const choices: readonly Solved[] = ["yes", "partly", "no"];

/** Stars, whether it was solved, a word; afterwards the thanks for it. */
export function RatingForm(props: {
  answer: NonNullable<AnswerPage["answer"]>;
  requests: ReturnType<typeof answerRequests>;
  onPage: (page: AnswerPage) => void;
}) {
  const { answer, requests, onPage } = props;
  const { name } = answer.helper;
  const t = useTranslations("answer.rating");
  const errorText = useErrorText();
  const [draft, setDraft] = useState<RatingDraft>(emptyDraft);
  const [given, setGiven] = useState<RatingDraft | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [wasTried, setTried] = useState(false);
  const checked = ratingOf(draft);
  const missing = wasTried && "missing" in checked ? checked : null;

  async function send() {
    setTried(true);
    if (!("rating" in checked)) return;
    setBusy(true);
    setProblem(null);
    try {
      onPage(await requests.rate(checked.rating));
      setGiven(draft);
    } catch (error) {
      if (errorCode(error) === "ALREADY_RATED") requests.read().then(onPage, () => {});
      setProblem(errorText(error));
    } finally {
      setBusy(false);
    }
  }

  if (answer.isRated) return <Thanks answer={answer} given={given} />;
  return (
    <form
      className="answer__rating"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void send();
      }}
    >
      <h2 className="t-title">{t("title", { name })}</h2>
      <div className="grid justify-items-start gap-1">
        <Stars
          legend={t("stars", { name })}
          labels={[t("one"), t("two"), t("three"), t("four"), t("five")]}
          value={draft.stars as StarCount | null}
          onValue={(stars) => setDraft({ ...draft, stars })}
          disabled={isBusy}
        />
        {missing?.missing === "stars" && (
          <p className="help help--error" role="alert">
            <Icon icon={TriangleAlert} size={16} />
            {t("pick")}
          </p>
        )}
      </div>
      <fieldset className="answer__solved">
        <legend className="label">{t("solved")}</legend>
        <div className="chips">
          {choices.map((solved) => (
            <Chip
              key={solved}
              pressed={draft.solved === solved}
              onClick={() => setDraft({ ...draft, solved: draft.solved === solved ? null : solved })}
            >
              {t(solved)}
            </Chip>
          ))}
        </div>
      </fieldset>
      <TextAreaField
        label={t("words", { name })}
        optional={t("optional")}
        help={t("wordsHelp", { name })}
        error={missing?.missing === "words" && t("tooLong", { count: missing.tooMany })}
        rows={3}
        value={draft.words}
        onChange={(event) => setDraft({ ...draft, words: event.target.value })}
      />
      {isGlad(draft) && draft.words.trim() !== "" && (
        <Tick
          checked={draft.showsWords}
          onChecked={(showsWords) => setDraft({ ...draft, showsWords })}
          label={t("showWords")}
        />
      )}
      {mayAskLater(draft) && (
        <Tick
          checked={draft.mayAskLater}
          onChecked={(isTicked) => setDraft({ ...draft, mayAskLater: isTicked })}
          label={t("askLater")}
        />
      )}
      {problem && (
        <p className="help help--error" role="alert">
          <Icon icon={TriangleAlert} size={16} />
          {problem}
        </p>
      )}
      <Button type="submit" look="primary" size="lg" busy={isBusy} busyLabel={t("sending")}>
        {t("send")}
      </Button>
    </form>
  );
}

function Tick(props: { checked: boolean; onChecked: (isChecked: boolean) => void; label: string }) {
  return (
    <label className="tick">
      <input
        type="checkbox"
        checked={props.checked}
        onChange={(event) => props.onChecked(event.currentTarget.checked)}
      />
      <span>{props.label}</span>
    </label>
  );
}

function Thanks(props: { answer: NonNullable<AnswerPage["answer"]>; given: RatingDraft | null }) {
  const { answer, given } = props;
  const { name, kind } = answer.helper;
  const t = useTranslations("answer.rating");
  const heading = useRef<HTMLHeadingElement>(null);
  // The form that had the focus is gone.
  useEffect(() => {
    if (given) heading.current?.focus();
  }, [given]);
  if (!given) return <p className="answer__rating muted">{t("already")}</p>;
  const words = !isGlad(given) ? t("honest") : t(kind === "owner" ? "thanksText" : "thanksStaff", { name });
  return (
    <section className="answer__rating">
      <h2 className="t-title flex items-center gap-2" tabIndex={-1} ref={heading}>
        <Icon icon={Heart} />
        {t("thanks")}
      </h2>
      <p className="t-body">{words}</p>
    </section>
  );
}
