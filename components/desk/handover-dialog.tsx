"use client";

import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { keepDraft, readDraft } from "@/components/chat/draft";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextAreaField } from "@/components/ui/field";
import { useErrorText } from "@/lib/client/use-error-text";
import { sessionStore } from "./session-store";
import { useDeskHandle } from "./use-desk";

const MOST_LETTERS = 1_000;

/** The words with which an expert hands a chat to staff; the visitor may change them before they are read. */
export function HandoverDialog(props: {
  chatId: string;
  name: string;
  /** What the words begin with, until the helper writes his own. */
  question: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}) {
  const { chatId, name, onOpenChange } = props;
  const { actions, memberId } = useDeskHandle();
  const t = useTranslations("desk.handover");
  const cancel = useTranslations("ui")("cancel");
  const errorText = useErrorText();
  const form = useId();
  const draftKey = `desk ${memberId} handover ${chatId}`;
  const [text, setText] = useState(
    () => readDraft(sessionStore(), draftKey) || props.question.slice(0, MOST_LETTERS),
  );
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const change = (next: string) => {
    setText(next);
    setProblem(null);
    keepDraft(sessionStore(), draftKey, next);
  };

  const send = async () => {
    const words = text.trim();
    if (words === "") return setProblem(t("missing"));
    if (words.length > MOST_LETTERS) return setProblem(t("tooLong", { count: words.length - MOST_LETTERS }));
    setBusy(true);
    try {
      await actions.proposeHandover(chatId, words);
      change("");
      onOpenChange(false);
    } catch (error) {
      setProblem(errorText(error));
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
      <form id={form} onSubmit={onSubmit} noValidate>
        <TextAreaField
          label={t("field")}
          rows={4}
          value={text}
          onFocus={(event) => text === props.question && event.currentTarget.select()}
          error={problem ?? undefined}
          onChange={(event) => change(event.currentTarget.value)}
        />
      </form>
    </Dialog>
  );
}
