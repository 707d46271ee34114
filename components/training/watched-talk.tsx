"use client";

import "./training.css";
import Link from "next/link";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Thread } from "@/components/chat/thread";
import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/chip";
import { TextAreaField } from "@/components/ui/field";
import { showToast } from "@/components/ui/toast";
import { mayRetry } from "@/lib/client/api-error";
import { useErrorText } from "@/lib/client/use-error-text";
import { useInterval } from "@/lib/client/use-interval";
import type { WatchedTalk as Watched } from "@/lib/domain/training/view";
import { trainingRequests } from "./requests";

/** A running talk is read again so often: near enough to live, and the coach's screen needs no channel of the chat's. */
const everyMs = 2_000;
/** After a failure, to spare who is in trouble. */
const retryMs = 10_000;

/** A newcomer's talk as his coach reads along, with a note to leave. */
export function WatchedTalk(props: { brandSlug: string; first: Watched }) {
  const { brandSlug, first } = props;
  const t = useTranslations("training.coaching");
  const errorText = useErrorText();
  const [watched, setWatched] = useState(first);
  const [failure, setFailure] = useState<"passing" | "final" | null>(null);
  const [words, setWords] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { learner, talk, messages, notes } = watched;
  const requests = trainingRequests(brandSlug);
  const read = async () => {
    try {
      setWatched(await requests.watch(learner.id, talk.chatId));
      setFailure(null);
    } catch (error) {
      // Somebody else coaches him now, or nobody any more; whatever may pass is tried again.
      setFailure(mayRetry(error) ? "passing" : "final");
    }
  };
  const waitMs = failure ? retryMs : everyMs;
  useInterval(() => void read(), talk.isOpen && failure !== "final" ? waitMs : null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const body = words.trim();
    if (isBusy) return;
    if (body === "") return setProblem(t("words"));
    setBusy(true);
    setProblem(null);
    try {
      await requests.note(learner.id, { chatId: talk.chatId, body });
      setWords("");
      showToast(t("noteDone", { name: learner.name }));
      await read();
    } catch (error) {
      setProblem(errorText(error));
    }
    setBusy(false);
  };
  return (
    <main
      id="main"
      className="mx-auto grid w-full max-w-[880px] content-start gap-6 px-4 py-8 bar:px-8 bar:py-12"
    >
      <Link href={`/${brandSlug}/training/coaching`} className="muted justify-self-start underline">
        {t("back")}
      </Link>
      <div className="grid gap-2">
        <p className="flex flex-wrap items-center gap-3">
          <span className="muted">{learner.name}</span>
          <Tag tone={talk.isOpen ? "green" : undefined}>{t(talk.isOpen ? "live" : "over")}</Tag>
        </p>
        <h1 className="t-head wrap-anywhere" lang={talk.language}>
          {talk.question}
        </h1>
        <p className="muted">{t("readOnly", { name: learner.name })}</p>
      </div>
      {failure && (
        <p className="help help--error" role="alert">
          {t("failed")}
        </p>
      )}
      <div className="talkbox">
        <Thread
          key={talk.chatId}
          messages={messages}
          selfId={null}
          selfKind="owner"
          visitorName={talk.firstName ?? t("visitor")}
          language={talk.language}
          visitorReadSeq={0}
          onLapsed={() => void read()}
        />
      </div>
      {notes.length > 0 && (
        <section className="grid gap-2" aria-label={t("notes")}>
          <h2 className="strong">{t("notes")}</h2>
          <ul className="grid gap-2">
            {notes.map((note) => (
              <li key={note.id} className="whitespace-pre-line wrap-anywhere">
                {note.body} <span className="meta">{note.by}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <form className="grid gap-4" noValidate onSubmit={(event) => void send(event)}>
        <TextAreaField
          label={t("noteTo", { name: learner.name })}
          error={problem ?? undefined}
          value={words}
          maxLength={2000}
          onChange={(event) => setWords(event.target.value)}
        />
        <Button type="submit" className="justify-self-start" busy={isBusy} busyLabel={t("sending")}>
          {t("noteSend")}
        </Button>
      </form>
    </main>
  );
}
