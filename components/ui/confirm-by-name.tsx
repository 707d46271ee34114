"use client";

import { TriangleAlert } from "lucide-react";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { TextField } from "./field";
import { Icon } from "./icon";

const plain = (text: string) => text.trim().normalize("NFC").toLocaleLowerCase();

/**
 * Asks before something is taken away, and to type its name: nobody does that by mistake. Case and spaces around it are
 * forgiven. `run` does it; its failure is said in the dialog, in the words of `errorText`. App only.
 */
export function ConfirmByName(props: {
  title: ReactNode;
  /** What will happen, and how it can be taken back. */
  children: ReactNode;
  name: string;
  /** "Type … to confirm", and what to say when it is something else. */
  label: ReactNode;
  mismatch: ReactNode;
  cancel: string;
  confirm: string;
  confirming: string;
  errorText: (error: unknown) => string;
  run: () => Promise<unknown>;
  onClose: () => void;
}) {
  const formId = useId();
  const [typed, setTyped] = useState("");
  const [isWrong, setWrong] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const matches = plain(typed) === plain(props.name);
    setWrong(!matches);
    if (!matches) return;
    setBusy(true);
    setProblem(null);
    try {
      await props.run();
      props.onClose();
    } catch (error) {
      setProblem(props.errorText(error));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={props.title}
      actions={
        <>
          <Button look="quiet" onClick={props.onClose}>
            {props.cancel}
          </Button>
          <Button type="submit" form={formId} look="danger" busy={isBusy} busyLabel={props.confirming}>
            {props.confirm}
          </Button>
        </>
      }
    >
      <div className="muted grid gap-2">{props.children}</div>
      <form id={formId} noValidate onSubmit={(event) => void confirm(event)}>
        <TextField
          label={props.label}
          error={isWrong ? props.mismatch : undefined}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
        />
      </form>
      {problem && (
        <p className="help help--error" role="alert">
          <Icon icon={TriangleAlert} size={16} />
          {problem}
        </p>
      )}
    </Dialog>
  );
}
