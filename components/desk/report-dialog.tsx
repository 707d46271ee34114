"use client";

import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Written } from "@/components/chat/written";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Dialog } from "@/components/ui/dialog";
import { TextAreaField } from "@/components/ui/field";
import { showToast } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import type { MessageView } from "@/lib/domain/chat/view";
import { type FlagReason, flagReasons } from "@/lib/domain/moderation/schema";
import { useDeskHandle } from "./use-desk";

const MOST_LETTERS = 500;

/** What is reported: a message, or with none the visitor. */
export type Reported = { message: MessageView | null };

/** Tells the moderators of a visitor, or of one message. Draw it while something is reported. */
export function ReportDialog(props: {
  chatId: string;
  /** The visitor's name. */
  name: string;
  reported: Reported;
  onClose: () => void;
}) {
  const { chatId, name, onClose } = props;
  const { message } = props.reported;
  const { actions } = useDeskHandle();
  const t = useTranslations("desk.report");
  const cancel = useTranslations("ui")("cancel");
  const errorText = useErrorText();
  const [reason, setReason] = useState<FlagReason | null>(null);
  const [words, setWords] = useState("");
  const [problem, setProblem] = useState<{ of: "reason" | "words" | "all"; text: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useId();
  const reasonsLabel = useId();
  const author = message?.helper?.name ?? name;

  const send = async () => {
    const said = words.trim();
    const over = said.length - MOST_LETTERS;
    if (!reason) return setProblem({ of: "reason", text: t("missing") });
    if (over > 0) return setProblem({ of: "words", text: t("tooLong", { count: over }) });
    setBusy(true);
    setProblem(null);
    try {
      await actions.report(chatId, {
        ...(message ? { messageId: message.id } : {}),
        reason,
        ...(said ? { words: said } : {}),
      });
      showToast(t("done"));
      onClose();
    } catch (error) {
      setProblem({ of: "all", text: errorText(error) });
      setBusy(false);
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={message ? t("messageTitle", { name: author }) : t("title", { name })}
      description={t("text")}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {cancel}
          </Button>
          <Button look="primary" type="submit" form={form} busy={busy} busyLabel={t("sending")}>
            {t("send")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={onSubmit} noValidate className="grid gap-4">
        {message && message.body !== "" && (
          <blockquote className="quote" dir="auto">
            <Written text={message.body} />
          </blockquote>
        )}
        <div className="field">
          <p className="label" id={reasonsLabel}>
            {t("reason")}
          </p>
          {/* biome-ignore lint/a11y/useSemanticElements: a row of toggles, of which one is on. */}
          <div className="chips" role="group" aria-labelledby={reasonsLabel}>
            {flagReasons.map((each) => (
              <Chip key={each} pressed={reason === each} onClick={() => setReason(each)}>
                {t(each)}
              </Chip>
            ))}
          </div>
          {problem?.of === "reason" && (
            <p className="help help--error" role="alert">
              {problem.text}
            </p>
          )}
        </div>
        <TextAreaField
          label={t("words")}
          optional={t("optional")}
          rows={3}
          value={words}
          error={problem?.of === "words" ? problem.text : undefined}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        {problem?.of === "all" && (
          <p className="help help--error" role="alert">
            {problem.text}
          </p>
        )}
      </form>
    </Dialog>
  );
}
