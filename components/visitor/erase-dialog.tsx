"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { conversationRequests } from "@/components/conversation/requests";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { showToast } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";

const plain = (words: string) => words.trim().toLowerCase();
const formId = "erase-visitor";

/** Asks for the visitor's name, or for a word where he has none: this cannot be undone. */
export function EraseDialog(props: {
  brandSlug: string;
  visitorId: string;
  name: string | null;
  onClose: () => void;
}) {
  const t = useTranslations("visitor.erasing");
  const ui = useTranslations("ui");
  const errorText = useErrorText();
  const { refresh } = useRouter();
  const [typed, setTyped] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const wanted = props.name ?? t("word");
  const fits = [wanted, t("word")].some((words) => plain(words) === plain(typed));

  async function erase(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    if (!fits) return setProblem(t("other", { wanted }));
    setBusy(true);
    setProblem(null);
    try {
      await conversationRequests(props.brandSlug).erase(props.visitorId);
      showToast(t("done"));
      refresh();
      props.onClose();
    } catch (error) {
      setProblem(errorText(error));
      setBusy(false);
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && !isBusy && props.onClose()}
      title={t("title", { name: props.name ?? t("someone") })}
      description={t("text")}
      actions={
        <>
          <Button look="quiet" onClick={props.onClose} disabled={isBusy}>
            {ui("cancel")}
          </Button>
          <Button type="submit" form={formId} look="danger" busy={isBusy} busyLabel={t("busy")}>
            {t("confirm")}
          </Button>
        </>
      }
    >
      <ul className="grid gap-1 list-disc pl-5">
        <li>{t("goes")}</li>
        <li>{t("stays")}</li>
        <li>{t("chat")}</li>
      </ul>
      <form id={formId} onSubmit={(event) => void erase(event)}>
        <TextField
          label={t("label", { wanted })}
          value={typed}
          autoComplete="off"
          error={problem}
          onChange={(event) => {
            setTyped(event.target.value);
            setProblem(null);
          }}
        />
      </form>
    </Dialog>
  );
}
