"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextAreaField } from "@/components/ui/field";
import { showToast } from "@/components/ui/toast";
import { newClientId } from "@/lib/client/outbox";
import { useErrorText } from "@/lib/client/use-error-text";
import { maxAskLength } from "@/lib/domain/room/schema";

/**
 * Asks the back room out of a chat. The helper writes his own question; words of the visitor are quoted only when he
 * takes them over, and he can edit them before.
 */
export function AskDialog(props: {
  /** The visitor's newest words, without his names. */
  said: string;
  ask: (json: { clientId: string; body: string; quote?: string }) => Promise<unknown>;
  onClose: () => void;
}) {
  const t = useTranslations("room");
  const errorText = useErrorText();
  // Sending twice asks once.
  const [clientId] = useState(newClientId);
  const [body, setBody] = useState("");
  const [quote, setQuote] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async () => {
    if (body.trim() === "") return setProblem(t("needed"));
    setBusy(true);
    setProblem(null);
    try {
      const words = quote?.trim() ? { quote: quote.trim() } : {};
      await props.ask({ clientId, body: body.trim(), ...words });
      showToast(t("ask.sent"));
      props.onClose();
    } catch (error) {
      setProblem(errorText(error));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={t("ask.title")}
      description={t("ask.text")}
      actions={
        <>
          <Button look="quiet" onClick={props.onClose}>
            {t("cancel")}
          </Button>
          <Button look="primary" busy={isBusy} onClick={() => void send()}>
            {t("ask.send")}
          </Button>
        </>
      }
    >
      <TextAreaField
        label={t("ask.words")}
        rows={3}
        maxLength={maxAskLength}
        value={body}
        error={problem ?? undefined}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      {quote !== null && (
        <TextAreaField
          label={t("ask.quote")}
          help={t("ask.quoteHelp")}
          rows={3}
          maxLength={maxAskLength}
          value={quote}
          onChange={(event) => setQuote(event.currentTarget.value)}
        />
      )}
      {quote === null && props.said !== "" && (
        <Button look="quiet" size="sm" className="justify-self-start" onClick={() => setQuote(props.said)}>
          {t("ask.withQuote")}
        </Button>
      )}
    </Dialog>
  );
}
