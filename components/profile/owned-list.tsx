"use client";

import { BadgeCheck, Clock } from "lucide-react";
import { type FormEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { showError, showToast } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import type { ClaimView, OwnedList as Owned, OwnedView } from "@/lib/domain/ownership/view";
import { recognitionRequests } from "./recognition-requests";

/** What a member owns and how that is known; what he says and waits to be checked; a way to say more. */
export function OwnedList(props: { brand: { slug: string; name: string }; initial: Owned }) {
  const { brand } = props;
  const t = useTranslations("recognition.owned");
  const errorText = useErrorText();
  const requests = useMemo(() => recognitionRequests(brand.slug), [brand.slug]);
  const [list, setList] = useState(props.initial);
  const [busy, setBusy] = useState<string | null>(null);
  const wasRead = useRef(false);

  // The brand's link carries its word behind the hash, which no server sees or logs.
  useEffect(() => {
    const token = new URLSearchParams(window.location.hash.slice(1)).get("owns");
    if (!token || wasRead.current) return;
    wasRead.current = true;
    window.history.replaceState(null, "", window.location.pathname + window.location.search);
    requests.prove(token).then(
      (proven) => {
        setList(proven);
        showToast(t("proven", { brand: brand.name }));
      },
      (error) => showError(errorText(error)),
    );
  }, [requests, brand.name, t, errorText]);

  const remove = async (id: string) => {
    setBusy(id);
    try {
      setList(await requests.disown(id));
    } catch (error) {
      showError(errorText(error));
    }
    setBusy(null);
  };
  const isEmpty = list.owned.length + list.claims.length === 0;
  return (
    <div className="grid gap-5">
      <p className="muted">{t("lead", { brand: brand.name })}</p>
      {!isEmpty && (
        <ul className="border-t border-line">
          {list.owned.map((owned) => (
            <Line
              key={owned.id}
              product={owned.product}
              isBusy={busy === owned.id}
              onRemove={() => void remove(owned.id)}
            >
              <Proven owned={owned} brandName={brand.name} />
            </Line>
          ))}
          {list.claims.map((claim) => (
            <Line
              key={claim.id}
              product={claim.product}
              isBusy={busy === claim.id}
              onRemove={() => void remove(claim.id)}
            >
              <Waiting claim={claim} />
            </Line>
          ))}
        </ul>
      )}
      <AddOwned products={list.products} onAdd={async (said) => setList(await requests.state(said))} />
    </div>
  );
}

function Line(props: { product: string; isBusy: boolean; onRemove: () => void; children: ReactNode }) {
  const t = useTranslations("recognition.owned");
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-3">
      <div className="grid min-w-0 flex-1 basis-[220px] gap-1">
        <b className="strong wrap-anywhere">{props.product}</b>
        {props.children}
      </div>
      <Button
        look="quiet"
        size="sm"
        busy={props.isBusy}
        aria-label={t("removeOf", { product: props.product })}
        onClick={props.onRemove}
      >
        {t("remove")}
      </Button>
    </li>
  );
}

function Proven({ owned, brandName }: { owned: OwnedView; brandName: string }) {
  const t = useTranslations("recognition.owned");
  const format = useFormatter();
  return (
    <p className="meta flex items-center gap-2">
      <Icon icon={BadgeCheck} size={16} />
      <span>
        {t("months", { count: owned.months })} ·{" "}
        {owned.proof === null
          ? t("known")
          : t(`proof.${owned.proof}`, {
              brand: brandName,
              name: owned.provenBy ?? "nobody",
              date: owned.provenAt ? format.dateTime(new Date(owned.provenAt), { dateStyle: "medium" }) : "",
            })}
      </span>
    </p>
  );
}

function Waiting({ claim }: { claim: ClaimView }) {
  const t = useTranslations("recognition.owned");
  return claim.declinedFor === null ? (
    <p className="meta flex items-center gap-2">
      <Icon icon={Clock} size={16} />
      <span>{t("waits")}</span>
    </p>
  ) : (
    <p className="muted wrap-anywhere">{t("declined", { reason: claim.declinedFor })}</p>
  );
}

function AddOwned(props: {
  products: readonly string[];
  onAdd: (said: { product: string; since: string; orderNumber?: string }) => Promise<void>;
}) {
  const t = useTranslations("recognition.owned");
  const errorText = useErrorText();
  const listId = useId();
  const [isOpen, setOpen] = useState(false);
  const [product, setProduct] = useState("");
  const [since, setSince] = useState("");
  const [order, setOrder] = useState("");
  const [wasTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const add = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isBusy || !product.trim() || !since) return;
    setBusy(true);
    setProblem(null);
    try {
      await props.onAdd({
        product: product.trim(),
        since,
        ...(order.trim() ? { orderNumber: order.trim() } : {}),
      });
      setProduct("");
      setSince("");
      setOrder("");
      setTried(false);
      setOpen(false);
      showToast(t("added"));
    } catch (error) {
      setProblem(errorText(error));
    }
    setBusy(false);
  };
  if (!isOpen)
    return (
      <Button className="justify-self-start" onClick={() => setOpen(true)}>
        {t("add")}
      </Button>
    );
  return (
    <form className="grid gap-4" noValidate onSubmit={(event) => void add(event)}>
      <TextField
        label={t("product")}
        value={product}
        maxLength={120}
        list={listId}
        // The way here was a press on “add”.
        autoFocus
        error={wasTried && !product.trim() ? t("productMissing") : undefined}
        onChange={(event) => setProduct(event.target.value)}
      />
      <datalist id={listId}>
        {props.products.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <TextField
        label={t("since")}
        type="date"
        value={since}
        error={wasTried && !since ? t("sinceMissing") : undefined}
        onChange={(event) => setSince(event.target.value)}
      />
      <TextField
        label={t("order")}
        optional={t("optional")}
        help={t("orderHelp")}
        value={order}
        maxLength={80}
        autoComplete="off"
        onChange={(event) => setOrder(event.target.value)}
      />
      {problem && (
        <p className="help help--error" role="alert">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={isBusy} busyLabel={t("sending")}>
          {t("send")}
        </Button>
        <Button look="quiet" onClick={() => setOpen(false)}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
