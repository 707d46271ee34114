"use client";

import "./training.css";
import { GraduationCap } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/chip";
import { Dialog } from "@/components/ui/dialog";
import { Empty } from "@/components/ui/empty";
import { TextAreaField } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import { showToast } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import type { Coachings } from "@/lib/domain/training/view";
import { trainingRequests } from "./requests";

type Learner = Coachings["learners"][number];
type Doing = { kind: "confirm" | "more" | "note"; learner: Learner } | null;

/** The newcomers whom somebody coaches: their talks, what was said of them, and what he makes of it. */
export function CoachingList(props: { brandSlug: string; coachings: Coachings }) {
  const { brandSlug } = props;
  const t = useTranslations("training.coaching");
  const [doing, setDoing] = useState<Doing>(null);
  const { learners } = props.coachings;
  return (
    <main
      id="main"
      className="mx-auto grid w-full max-w-[880px] content-start gap-8 px-4 py-8 bar:px-8 bar:py-12"
    >
      <div className="grid gap-3">
        <h1 className="t-page">{t("title")}</h1>
        <p className="t-lead muted">{t("lead")}</p>
      </div>
      {learners.length === 0 && (
        <Empty icon={GraduationCap} title={t("none")}>
          {t("noneText")}
        </Empty>
      )}
      {learners.map((learner) => (
        <One
          key={learner.person.id}
          brandSlug={brandSlug}
          learner={learner}
          onDo={(kind) => setDoing({ kind, learner })}
        />
      ))}
      {doing && (
        <CoachDialog key={doing.kind} brandSlug={brandSlug} doing={doing} onClose={() => setDoing(null)} />
      )}
    </main>
  );
}

function One(props: {
  brandSlug: string;
  learner: Learner;
  onDo: (kind: "confirm" | "more" | "note") => void;
}) {
  const { learner, onDo } = props;
  const t = useTranslations("training.coaching");
  const words = useTranslations("training.manage");
  const format = useFormatter();
  const { person, trial, talks, notes } = learner;
  const isOnTrial = learner.status === "trial";
  const what = learner.missing
    .map((step) => (step === "coach" ? words("coach") : step === "trial" ? words("trialStep") : words(step)))
    .join(", ");
  return (
    <section className="grid gap-4 border-t border-line pt-6" aria-labelledby={`learner-${person.id}`}>
      <div className="flex flex-wrap items-center justify-between gap-4">
        <div className="flex items-center gap-3">
          <Avatar kind={person.kind} initials={person.initials} tint={person.tint} size={48} />
          <div>
            <h2 className="t-title" id={`learner-${person.id}`}>
              {person.name}
            </h2>
            <p className="muted">{isOnTrial ? t("progress", trial) : t("stillTraining", { what })}</p>
          </div>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => onDo("note")}>{t("note")}</Button>
          {isOnTrial && <Button onClick={() => onDo("more")}>{t("more")}</Button>}
          {learner.mayConfirm && (
            <Button look="primary" onClick={() => onDo("confirm")}>
              {t("confirm", { name: person.name })}
            </Button>
          )}
        </div>
      </div>
      {isOnTrial && !learner.mayConfirm && <p className="meta">{t("early", { wanted: trial.wanted })}</p>}
      <h3 className="strong">{t("talks")}</h3>
      {talks.length === 0 && <p className="muted">{t("noTalks")}</p>}
      <ul className="parts">
        {talks.map((talk) => (
          <li key={talk.chatId}>
            <div className="min-w-0">
              <p className="wrap-anywhere" lang={talk.language}>
                {talk.question}
              </p>
              <p className="meta">
                {format.dateTime(new Date(talk.startedAt), { dateStyle: "medium", timeStyle: "short" })}
              </p>
            </div>
            <span className="flex items-center gap-3">
              <Tag tone={talk.isOpen ? "green" : undefined}>{t(talk.isOpen ? "running" : "over")}</Tag>
              <Link
                className="underline"
                href={`/${props.brandSlug}/training/coaching/${person.id}/${talk.chatId}`}
              >
                {t(talk.isOpen ? "watch" : "look")}
                <span className="sr">: {talk.question}</span>
              </Link>
            </span>
          </li>
        ))}
      </ul>
      {notes.length > 0 && (
        <>
          <h3 className="strong">{t("notes")}</h3>
          <ul className="grid gap-2">
            {notes.map((note) => (
              <li key={note.id} className="whitespace-pre-line wrap-anywhere">
                {note.body} <span className="meta">{note.by}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function CoachDialog(props: { brandSlug: string; doing: NonNullable<Doing>; onClose: () => void }) {
  const { kind, learner } = props.doing;
  const t = useTranslations("training.coaching");
  const errorText = useErrorText();
  const router = useRouter();
  const [words, setWords] = useState("");
  const [count, setCount] = useState("2");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { id, name } = learner.person;
  const requests = trainingRequests(props.brandSlug);
  const go = async () => {
    const body = words.trim();
    if (kind !== "confirm" && body === "") return setProblem(t("words"));
    setBusy(true);
    setProblem(null);
    try {
      if (kind === "confirm") await requests.confirm(id);
      else if (kind === "more") await requests.more(id, { count: Number(count), words: body });
      else await requests.note(id, { body });
      showToast(t(kind === "confirm" ? "confirmed" : kind === "more" ? "moreDone" : "noteDone", { name }));
      props.onClose();
      router.refresh();
    } catch (error) {
      setProblem(errorText(error));
      setBusy(false);
    }
  };
  const title = kind === "confirm" ? "confirmTitle" : kind === "more" ? "moreTitle" : "noteTo";
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={t(title, { name })}
      description={kind === "note" ? undefined : t(kind === "confirm" ? "confirmText" : "moreText", { name })}
      actions={
        <>
          <Button look="quiet" onClick={props.onClose}>
            {t("cancel")}
          </Button>
          <Button
            look="primary"
            busy={isBusy}
            busyLabel={t(kind === "confirm" ? "confirming" : "sending")}
            onClick={() => void go()}
          >
            {t(kind === "confirm" ? "confirmNow" : kind === "more" ? "moreSend" : "noteSend")}
          </Button>
        </>
      }
    >
      {kind === "more" && (
        <SelectField
          label={t("moreCount")}
          options={[1, 2, 3, 5].map((each) => ({ value: `${each}`, label: `${each}` }))}
          value={count}
          onValue={setCount}
        />
      )}
      {kind !== "confirm" && (
        <TextAreaField
          label={t(kind === "more" ? "moreWords" : "words")}
          value={words}
          maxLength={2000}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      {problem && (
        <p className="help help--error" role="alert">
          {problem}
        </p>
      )}
    </Dialog>
  );
}
