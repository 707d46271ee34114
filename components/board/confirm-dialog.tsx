"use client";

import { TriangleAlert } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextAreaField } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { showToast } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import { ActionButton } from "./action-button";
import { useScreen } from "./use-board";

/** As the server allows. */
const MOST_REASON = 500;

/** Asks once more, with room for a reason; the board is read again afterwards. A refusal is said in its place. */
export function ConfirmDialog(props: {
  title: string;
  description: string;
  /** What it is about, quoted. */
  children?: ReactNode;
  confirm: string;
  confirming: string;
  done: string;
  look: "danger" | "primary";
  run: (reason: string) => Promise<unknown>;
  onClose: () => void;
}) {
  const { store } = useScreen();
  const t = useTranslations("board.reason");
  const words = useTranslations("ui");
  const errorText = useErrorText();
  const [reason, setReason] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function confirm() {
    setBusy(true);
    setProblem(null);
    try {
      await props.run(reason.trim());
      store.refresh();
      showToast(props.done);
      props.onClose();
    } catch (error) {
      setProblem(errorText(error));
      setBusy(false);
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={props.title}
      description={props.description}
      actions={
        <>
          <Button look="quiet" onClick={props.onClose}>
            {words("cancel")}
          </Button>
          <ActionButton
            look={props.look}
            busy={isBusy}
            busyLabel={props.confirming}
            onClick={() => void confirm()}
          >
            {props.confirm}
          </ActionButton>
        </>
      }
    >
      {props.children}
      <TextAreaField
        label={t("label")}
        optional={t("optional")}
        help={t("help")}
        rows={2}
        maxLength={MOST_REASON}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {problem && (
        <p className="help help--error" role="alert">
          <Icon icon={TriangleAlert} size={16} />
          {problem}
        </p>
      )}
    </Dialog>
  );
}
