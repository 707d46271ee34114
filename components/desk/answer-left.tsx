"use client";

import { X } from "lucide-react";
import { type FormEvent, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { keepDraft, readDraft } from "@/components/chat/draft";
import { Thread } from "@/components/chat/thread";
import { Written } from "@/components/chat/written";
import { Avatar } from "@/components/ui/avatar";
import { Bubble } from "@/components/ui/bubble";
import { Button, IconButton } from "@/components/ui/button";
import { TextAreaField } from "@/components/ui/field";
import { showToast } from "@/components/ui/toast";
import { newClientId } from "@/lib/client/outbox";
import { useErrorText } from "@/lib/client/use-error-text";
import { maxMessageLength } from "@/lib/domain/chat/schema";
import type { LeftQuestion } from "@/lib/domain/desk/view";
import { leftDraftKey } from "./left-draft";
import { sessionStore } from "./session-store";
import { useDeskHandle } from "./use-desk";
import { useLeftClaim } from "./use-left-claim";
import { useMoment } from "./use-moment";
import { useNameOf, useSomeone } from "./use-words";

/**
 * A left question, what was said since, and the answer to it, which is his alone to write while he does. The text stays
 * until it was sent, whatever happens: also when somebody else was first (`isGone`). Give it a `key`.
 */
export function AnswerLeft(props: {
  question: LeftQuestion;
  isGone: boolean;
  isStaff: boolean;
  onClose: () => void;
}) {
  const { question, isGone, onClose } = props;
  const { actions, clock, memberId } = useDeskHandle();
  const claim = useLeftClaim(question.id);
  const t = useTranslations("desk.left");
  const name = useSomeone()(question.firstName);
  const nameOf = useNameOf();
  const moment = useMoment();
  const errorText = useErrorText();
  const draftKey = leftDraftKey(memberId, question.id);
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
    claim.renew();
  };
  const discard = () => {
    keepDraft(sessionStore(), draftKey, "");
    onClose();
  };
  // Who has written nothing loses nothing by a question that went.
  const isLost = isGone && !busy;
  const isEmpty = text.trim() === "";
  useEffect(() => {
    if (isLost && isEmpty) onClose();
  }, [isLost, isEmpty, onClose]);
  const send = async () => {
    const words = text.trim();
    const over = words.length - maxMessageLength;
    if (words === "") return setProblem(t("missing"));
    if (over > 0) return setProblem(t("tooLong", { count: over }));
    setBusy(true);
    try {
      await actions.answerLeft(question.id, clientId, words);
      claim.done();
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
      <div className="left-ask">
        {claim.messages.length > 0 ? (
          <Thread
            messages={claim.messages}
            selfId={memberId}
            selfKind={props.isStaff ? "staff" : "owner"}
            visitorName={name}
            language={question.language}
            visitorReadSeq={0}
          />
        ) : (
          <div className="talk">
            <Bubble from="visitor" lang={question.language}>
              <Written text={question.text} />
            </Bubble>
          </div>
        )}
      </div>
      <form className="left-form" onSubmit={onSubmit} noValidate>
        <TextAreaField
          label={t("field")}
          help={t(question.hasEmail ? "mail" : "noMail", { name })}
          placeholder={t("placeholder")}
          rows={7}
          value={text}
          error={problem ?? (isLost ? t("gone") : (claim.problem ?? undefined))}
          onChange={(event) => change(event.currentTarget.value)}
        />
        <div className="left-form__acts">
          {!isLost && (
            <Button look="primary" size="lg" type="submit" busy={busy} busyLabel={t("sending")}>
              {t("send")}
            </Button>
          )}
          <Button look="quiet" size="lg" disabled={busy} onClick={isLost ? discard : onClose}>
            {t(isLost ? "discard" : "leaveIt")}
          </Button>
        </div>
      </form>
    </section>
  );
}
