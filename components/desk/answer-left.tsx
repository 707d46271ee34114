"use client";

import { X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { keepDraft, readDraft } from "@/components/chat/draft";
import { Avatar } from "@/components/ui/avatar";
import { Bubble } from "@/components/ui/bubble";
import { Button, IconButton } from "@/components/ui/button";
import { TextAreaField } from "@/components/ui/field";
import { showToast } from "@/components/ui/toast";
import { newClientId } from "@/lib/client/outbox";
import { useErrorText } from "@/lib/client/use-error-text";
import { maxMessageLength } from "@/lib/domain/chat/schema";
import type { LeftQuestion } from "@/lib/domain/desk/view";
import { sessionStore } from "./session-store";
import { useDeskHandle } from "./use-desk";
import { useMoment } from "./use-moment";
import { useNameOf, useSomeone } from "./use-words";

/** A left question and the answer to it. The text stays until it was sent, whatever happens. Give it a `key`. */
export function AnswerLeft(props: { question: LeftQuestion; onClose: () => void }) {
  const { question, onClose } = props;
  const { actions, clock, memberId } = useDeskHandle();
  const t = useTranslations("desk.left");
  const name = useSomeone()(question.firstName);
  const nameOf = useNameOf();
  const moment = useMoment();
  const errorText = useErrorText();
  const draftKey = `desk ${memberId} answer ${question.id}`;
  const [text, setText] = useState(() => readDraft(sessionStore(), draftKey));
  // One answer, however often it has to be sent.
  const [clientId, setClientId] = useState(newClientId);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const now = clock.now();

  const change = (next: string) => {
    setText(next);
    setProblem(null);
    keepDraft(sessionStore(), draftKey, next);
    setClientId(newClientId());
  };
  const send = async () => {
    const words = text.trim();
    const over = words.length - maxMessageLength;
    if (words === "") return setProblem(t("missing"));
    if (over > 0) return setProblem(t("tooLong", { count: over }));
    setBusy(true);
    try {
      await actions.answerLeft(question.id, clientId, words);
      keepDraft(sessionStore(), draftKey, "");
      showToast(t("sent", { name }));
      onClose();
    } catch (error) {
      setProblem(errorText(error));
      setBusy(false);
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };

  return (
    <section className="conv" aria-label={t("label", { name })}>
      <header className="conv__head">
        <Avatar kind="visitor" name={name} />
        <div className="conv__who">
          <h2 className="t-body strong">{name}</h2>
          <p className="meta">
            {[
              question.topic ? nameOf(question.topic) : null,
              t("asked", { time: moment(question.leftAt, now) }),
              t("by", { time: moment(question.answerBy, now) }),
            ]
              .filter((fact) => fact !== null)
              .join(" · ")}
          </p>
        </div>
        <div className="acts">
          <IconButton icon={X} label={t("close")} onClick={onClose} />
        </div>
      </header>
      <div className="talk left-ask">
        <Bubble from="visitor" lang={question.language}>
          {question.text}
        </Bubble>
      </div>
      <form className="left-form" onSubmit={onSubmit} noValidate>
        <TextAreaField
          label={t("field")}
          help={t(question.hasEmail ? "mail" : "noMail", { name })}
          placeholder={t("placeholder")}
          rows={7}
          value={text}
          error={problem ?? undefined}
          onChange={(event) => change(event.currentTarget.value)}
        />
        <Button look="primary" size="lg" type="submit" busy={busy} busyLabel={t("sending")}>
          {t("send")}
        </Button>
      </form>
    </section>
  );
}
