"use client";

import { type FormEvent, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { ApiError } from "@/lib/client/api";
import { useErrorText } from "@/lib/client/use-error-text";
import { mostProductLetters } from "@/lib/domain/ownership/schema";

type Owning = { product: string; since: string; orderNumber?: string };

/** Says what somebody owns and since when, behind a button; by which order, where it has to be looked up. */
export function OwnershipForm(props: {
  /** What others in the brand have, which spares another spelling. */
  products: readonly string[];
  words: { add: string; since: string; send: string; sending: string };
  asksOrder?: boolean;
  onSend: (said: Owning) => Promise<void>;
}) {
  const { words } = props;
  /** Null until it was open. */
  const [isOpen, setOpen] = useState<boolean | null>(null);
  if (!isOpen)
    return (
      // The form that had the focus is gone.
      <Button autoFocus={isOpen === false} className="justify-self-start" onClick={() => setOpen(true)}>
        {words.add}
      </Button>
    );
  return <OpenForm {...props} onClose={() => setOpen(false)} />;
}

function OpenForm(props: Parameters<typeof OwnershipForm>[0] & { onClose: () => void }) {
  const { words, onClose } = props;
  const t = useTranslations("recognition.owned");
  const errorText = useErrorText();
  const listId = useId();
  const [product, setProduct] = useState("");
  const [since, setSince] = useState("");
  const [order, setOrder] = useState("");
  const [missing, setMissing] = useState(false);
  const [isWrongDay, setWrongDay] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const focusWrong = () =>
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus());

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const isEmpty = !product.trim() || !since;
    const isAhead = since > new Intl.DateTimeFormat("sv").format(new Date());
    setMissing(isEmpty);
    setWrongDay(isAhead);
    setProblem(null);
    if (isEmpty || isAhead) return void focusWrong();
    setBusy(true);
    try {
      const orderNumber = order.trim();
      await props.onSend({ product: product.trim(), since, ...(orderNumber ? { orderNumber } : {}) });
      onClose();
    } catch (error) {
      setBusy(false);
      if (error instanceof ApiError && error.code === "INVALID_INPUT" && error.params.field === "since") {
        setWrongDay(true);
        focusWrong();
      } else setProblem(errorText(error));
    }
  };
  return (
    <form ref={form} className="grid gap-4" noValidate onSubmit={(event) => void send(event)}>
      <TextField
        label={t("product")}
        value={product}
        maxLength={mostProductLetters}
        list={listId}
        // The way here was a press on “add”.
        autoFocus
        error={missing && !product.trim() ? t("productMissing") : undefined}
        onChange={(event) => setProduct(event.target.value)}
      />
      <datalist id={listId}>
        {props.products.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <TextField
        label={words.since}
        type="date"
        value={since}
        error={missing && !since ? t("sinceMissing") : isWrongDay ? t("sinceWrong") : undefined}
        onChange={(event) => {
          setSince(event.target.value);
          setWrongDay(false);
        }}
      />
      {props.asksOrder && (
        <TextField
          label={t("order")}
          optional={t("optional")}
          help={t("orderHelp")}
          value={order}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => setOrder(event.target.value)}
        />
      )}
      {problem && (
        <p className="help help--error" role="alert">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" busy={isBusy} busyLabel={words.sending}>
          {words.send}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
