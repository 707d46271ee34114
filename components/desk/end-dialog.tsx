"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useErrorText } from "@/lib/client/use-error-text";
import { useDeskHandle } from "./use-desk";

/** Asks before a chat ends whose visitor still waits for an answer. */
export function EndDialog(props: {
  chatId: string;
  name: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}) {
  const { chatId, name, onOpenChange } = props;
  const { actions } = useDeskHandle();
  const t = useTranslations("desk.chat");
  const cancel = useTranslations("ui")("cancel");
  const errorText = useErrorText();
  const [busy, setBusy] = useState<"solved" | "unsolved" | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const end = async (how: "solved" | "unsolved") => {
    setBusy(how);
    setProblem(null);
    try {
      await actions.end(chatId, how);
      onOpenChange(false);
    } catch (error) {
      setProblem(errorText(error));
    }
    setBusy(null);
  };

  return (
    <Dialog
      open={props.isOpen}
      onOpenChange={onOpenChange}
      wide
      title={t("endTitle", { name })}
      description={t("endText", { name })}
      actions={
        <>
          <Button look="quiet" onClick={() => onOpenChange(false)}>
            {cancel}
          </Button>
          <Button
            busy={busy === "unsolved"}
            busyLabel={t("ending")}
            disabled={busy === "solved"}
            onClick={() => void end("unsolved")}
          >
            {t("endUnsolved")}
          </Button>
          <Button
            look="primary"
            busy={busy === "solved"}
            busyLabel={t("ending")}
            disabled={busy === "unsolved"}
            onClick={() => void end("solved")}
          >
            {t("endSolved")}
          </Button>
        </>
      }
    >
      <p className="c-amber">{t("endUnanswered", { name })}</p>
      {problem && (
        <p className="c-red" role="alert">
          {problem}
        </p>
      )}
    </Dialog>
  );
}
