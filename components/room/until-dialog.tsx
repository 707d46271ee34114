"use client";

import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { GuardNote } from "@/components/guard/guard-note";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextAreaField } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import { useErrorText } from "@/lib/client/use-error-text";

const HOUR_MS = 3_600_000;
const spans = ["1", "8", "24", "72", "168", "720"] as const;
type Span = (typeof spans)[number];

/** Asks for words and for how long: an announcement, or a mute with its reason. `run` may throw ApiError. */
export function UntilDialog(props: {
  title: ReactNode;
  description: ReactNode;
  label: string;
  limit: number;
  confirm: string;
  look?: "primary" | "danger";
  /** Hours to begin with. */
  initial: Span;
  /** Volunteers read it as a wish of the brand. */
  isGuarded?: boolean;
  run: (words: string, until: string) => Promise<void>;
  onClose: () => void;
}) {
  const t = useTranslations("room");
  const errorText = useErrorText();
  const [text, setText] = useState("");
  const [span, setSpan] = useState<Span>(props.initial);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async () => {
    if (text.trim() === "") return setProblem(t("needed"));
    setBusy(true);
    try {
      await props.run(text.trim(), new Date(Date.now() + Number(span) * HOUR_MS).toISOString());
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
      title={props.title}
      description={props.description}
      actions={
        <>
          <Button look="quiet" onClick={props.onClose}>
            {t("cancel")}
          </Button>
          <Button look={props.look ?? "primary"} busy={isBusy} onClick={() => void run()}>
            {props.confirm}
          </Button>
        </>
      }
    >
      <TextAreaField
        label={props.label}
        rows={4}
        maxLength={props.limit}
        value={text}
        error={problem ?? undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {props.isGuarded && <GuardNote text={text} />}
      <SelectField
        label={t("howLong")}
        value={span}
        onValue={setSpan}
        options={spans.map((value) => ({
          value,
          label: t("hours", { hours: Number(value), days: Number(value) / 24 }),
        }))}
      />
    </Dialog>
  );
}
