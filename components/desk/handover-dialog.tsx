"use client";

import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { keepDraft, readDraft } from "@/components/chat/draft";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextAreaField, TextField } from "@/components/ui/field";
import { useErrorText } from "@/lib/client/use-error-text";
import { HandoverChoice, type HandoverTarget } from "./handover-choice";
import { sessionStore } from "./session-store";
import { useDeskHandle } from "./use-desk";
import { useHandoverChoices } from "./use-handover-choices";

const MOST_LETTERS = 1_000;
const MOST_OF_REASON = 200;

type Problem = { of: "text" | "reason" | "all"; words: string };

/** To whom a chat goes, what that one should know, and why; the visitor may change the words before they are read. */
export function HandoverDialog(props: {
  chatId: string;
  name: string;
  selfKind: "owner" | "staff";
  /** What the words begin with, until the helper writes his own. */
  question: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}) {
  const { chatId, name, selfKind, onOpenChange } = props;
  const { actions, memberId } = useDeskHandle();
  const t = useTranslations("desk.handover");
  const cancel = useTranslations("ui")("cancel");
  const errorText = useErrorText();
  const form = useId();
  const draftKey = `desk ${memberId} handover ${chatId}`;
  const reasonKey = `${draftKey} why`;
  const { choices, read } = useHandoverChoices(chatId, props.isOpen);
  const [target, setTarget] = useState<HandoverTarget>({ to: selfKind === "owner" ? "staff" : "owners" });
  const [text, setText] = useState(
    () => readDraft(sessionStore(), draftKey) || props.question.slice(0, MOST_LETTERS),
  );
  const [reason, setReason] = useState(() => readDraft(sessionStore(), reasonKey));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const saying = (of: Problem["of"]) => (problem?.of === of ? problem.words : undefined);

  const change = (next: string) => {
    setText(next);
    setProblem(null);
    keepDraft(sessionStore(), draftKey, next);
  };
  const changeReason = (next: string) => {
    setReason(next);
    setProblem(null);
    keepDraft(sessionStore(), reasonKey, next);
  };

  const send = async () => {
    const words = text.trim();
    const why = reason.trim();
    const over = words.length - MOST_LETTERS;
    const overWhy = why.length - MOST_OF_REASON;
    if (words === "") return setProblem({ of: "text", words: t("missing") });
    if (over > 0) return setProblem({ of: "text", words: t("tooLong", { count: over }) });
    if (why === "") return setProblem({ of: "reason", words: t("reasonMissing") });
    if (overWhy > 0) return setProblem({ of: "reason", words: t("tooLong", { count: overWhy }) });
    setBusy(true);
    try {
      await actions.proposeHandover(chatId, { text: words, reason: why, ...target });
      change("");
      changeReason("");
      onOpenChange(false);
    } catch (error) {
      setProblem({ of: "all", words: errorText(error) });
      read();
    }
    setBusy(false);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };

  return (
    <Dialog
      open={props.isOpen}
      onOpenChange={onOpenChange}
      title={t("title", { name })}
      description={t("text", { name })}
      actions={
        <>
          <Button look="quiet" onClick={() => onOpenChange(false)}>
            {cancel}
          </Button>
          <Button look="primary" type="submit" form={form} busy={busy} busyLabel={t("sending")}>
            {t("send")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={onSubmit} noValidate className="grid gap-4">
        <HandoverChoice selfKind={selfKind} choices={choices} target={target} onChange={setTarget} />
        <TextAreaField
          label={t("field")}
          rows={3}
          value={text}
          onFocus={(event) => text === props.question && event.currentTarget.select()}
          error={saying("text")}
          onChange={(event) => change(event.currentTarget.value)}
        />
        <TextField
          label={t("reason")}
          help={t("reasonHelp", { name })}
          value={reason}
          dir="auto"
          autoComplete="off"
          error={saying("reason")}
          onChange={(event) => changeReason(event.currentTarget.value)}
        />
        {problem?.of === "all" && (
          <p className="help help--error" role="alert">
            {problem.words}
          </p>
        )}
      </form>
    </Dialog>
  );
}
