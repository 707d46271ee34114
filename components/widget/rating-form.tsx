import { type FormEvent, useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { TextAreaField, TextField } from "@/components/ui/field";
import { type StarCount, Stars } from "@/components/ui/stars";
import type { ChatView } from "@/lib/domain/chat/view";
import { spokenName } from "@/lib/domain/member/spoken-name";
import { isEmail } from "./email";
import { maxWordsLength } from "./limits";
import { useDoing, usePanel } from "./panel-context";
import { useWords } from "./texts";

const ANSWERS = ["yes", "partly", "no"] as const;

/** Stars, whether it helped, and a word: for the part of a chat that one helper carried. */
export function RatingForm({ segment }: { segment: ChatView["segments"][number] }) {
  const t = useWords();
  const { state, actions } = usePanel();
  const { busy, problem, run } = useDoing();
  const { helper } = segment;
  const [stars, setStars] = useState<StarCount | null>(null);
  const [solved, setSolved] = useState<(typeof ANSWERS)[number] | null>(null);
  const [words, setWords] = useState("");
  const [showsWords, setShowsWords] = useState(false);
  const [mayAskLater, setMayAskLater] = useState(false);
  const [email, setEmail] = useState("");
  const [isChecked, setIsChecked] = useState(false);
  const name = spokenName(helper.name);
  const isOwner = helper.kind === "owner";
  const over = words.length - maxWordsLength;
  const said = words.trim();
  const isGlad = stars !== null && stars > 3 && solved !== "no";
  const canAskLater = isGlad && solved !== null;
  const asksEmail = canAskLater && mayAskLater && state.question?.hasEmail !== true;
  const isEmailWrong = asksEmail && !isEmail(email);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setIsChecked(true);
    if (isEmailWrong) event.currentTarget.querySelector<HTMLElement>("input[type=email]")?.focus();
    if (stars === null || over > 0 || isEmailWrong) return;
    void run("it", () =>
      actions.rate(segment.id, {
        stars,
        ...(solved ? { solved } : {}),
        ...(said === "" ? {} : { words: said, showsWords: isGlad && showsWords }),
        ...(canAskLater && mayAskLater ? { mayAskLater } : {}),
        ...(asksEmail ? { askLaterEmail: email.trim() } : {}),
      }),
    );
  };

  return (
    <form className="pn__form rate" onSubmit={submit} noValidate>
      <div className="rate__who">
        <Avatar
          kind={helper.kind}
          initials={helper.initials}
          tint={helper.tint}
          picture={helper.pictureUrl}
          size={48}
        />
        <h2 className="t-title">{t("rating.how", { name })}</h2>
        <Stars
          legend={t("rating.legend")}
          labels={[
            t("rating.star1"),
            t("rating.star2"),
            t("rating.star3"),
            t("rating.star4"),
            t("rating.star5"),
          ]}
          value={stars}
          onValue={setStars}
        />
        {isChecked && stars === null && (
          <p className="help help--error" role="alert">
            {t("rating.needed")}
          </p>
        )}
      </div>
      <fieldset className="pn__topics">
        <legend className="label">{t("rating.solved")}</legend>
        <div className="seg">
          {ANSWERS.map((answer) => (
            <Chip
              key={answer}
              pressed={solved === answer}
              onClick={() => setSolved(solved === answer ? null : answer)}
            >
              {t(`rating.${answer}`)}
            </Chip>
          ))}
        </div>
      </fieldset>
      <TextAreaField
        label={t(isOwner ? "rating.words" : "rating.wordsStaff")}
        optional={t("ask.optional")}
        rows={3}
        value={words}
        dir="auto"
        help={isOwner && t("rating.wordsHelp", { name })}
        error={over > 0 ? t("rating.wordsTooLong", { over }) : undefined}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {isOwner && isGlad && said !== "" && (
        <Tick checked={showsWords} onChecked={setShowsWords} label={t("rating.showWords")} />
      )}
      {canAskLater && <Tick checked={mayAskLater} onChecked={setMayAskLater} label={t("rating.askLater")} />}
      {asksEmail && (
        <TextField
          type="email"
          label={t("rating.email")}
          help={t("rating.emailHelp")}
          autoComplete="email"
          inputMode="email"
          maxLength={254}
          placeholder={t("left.emailPlaceholder")}
          value={email}
          error={isChecked && isEmailWrong ? t("left.emailWrong") : undefined}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
      )}
      <div className="pn__foot">
        {problem && <Banner tone="red">{problem}</Banner>}
        <Button
          look="primary"
          size="lg"
          block
          type="submit"
          busy={busy !== null}
          busyLabel={t("rating.sending")}
        >
          {t(isOwner ? "rating.send" : "rating.sendStaff")}
        </Button>
        <Button look="quiet" size="sm" block onClick={actions.finish}>
          {t("rating.skip")}
        </Button>
      </div>
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
