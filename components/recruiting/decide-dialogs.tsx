"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextAreaField, TextField } from "@/components/ui/field";
import { SwitchField } from "@/components/ui/switch-field";
import type { useCandidateActions } from "./use-candidate-actions";

type Actions = ReturnType<typeof useCandidateActions>;
type Props = {
  candidate: { id: string; name: string; version: number; email: string | null; stage: string };
  actions: Actions;
  onClose: () => void;
};

/** Puts somebody aside, with a kind mail if the manager wants one. */
export function DeclineDialog({ candidate, actions, onClose }: Props) {
  const t = useTranslations("recruiting.decline");
  const words = useTranslations("ui");
  // Who never heard of us is not written to out of the blue.
  const mayMail = candidate.stage === "applied" && candidate.email !== null;
  const [mail, setMail] = useState(mayMail);
  const [message, setMessage] = useState("");
  const [reason, setReason] = useState("");
  const isBusy = actions.busy === candidate.id;
  const decline = async () => {
    if (await actions.decline(candidate, { mail, message: mail ? message : "", reason })) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { name: candidate.name })}
      description={t("text")}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {words("cancel")}
          </Button>
          <Button look="primary" busy={isBusy} busyLabel={t("busy")} onClick={() => void decline()}>
            {t("press")}
          </Button>
        </>
      }
    >
      {mayMail && <SwitchField label={t("mail")} help={t("mailHelp")} checked={mail} onChecked={setMail} />}
      {mail && (
        <TextAreaField
          label={t("message")}
          optional={t("optional")}
          help={t("messageHelp")}
          rows={3}
          maxLength={1000}
          value={message}
          onChange={(event) => setMessage(event.target.value)}
        />
      )}
      <TextField
        label={t("reason")}
        optional={t("optional")}
        help={t("reasonHelp")}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  );
}

/** Makes somebody active at once: the training is passed, for a reason that is kept. */
export function PassTrainingDialog({ candidate, actions, onClose }: Props) {
  const t = useTranslations("recruiting.pass");
  const words = useTranslations("ui");
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const pass = async () => {
    if (reason.trim() === "") return setMissing(true);
    if (await actions.accept(candidate, { status: "active", reason })) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { name: candidate.name })}
      description={t("text")}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {words("cancel")}
          </Button>
          <Button
            look="primary"
            busy={actions.busy === candidate.id}
            busyLabel={t("busy")}
            onClick={() => void pass()}
          >
            {t("press")}
          </Button>
        </>
      }
    >
      <TextField
        label={t("reason")}
        help={t("reasonHelp")}
        error={isMissing && reason.trim() === "" ? t("reasonMissing") : undefined}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  );
}
