"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { OwnedLine, Proven, Waiting } from "@/components/ownership/owned-line";
import { OwnershipForm } from "@/components/ownership/ownership-form";
import { Button } from "@/components/ui/button";
import { showError, showToast } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import type { OwnedList as Owned } from "@/lib/domain/ownership/view";
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
  const removal = ({ id, product }: { id: string; product: string }) => (
    <Button
      look="quiet"
      size="sm"
      className="-mr-3"
      busy={busy === id}
      aria-label={t("removeOf", { product })}
      onClick={() => void remove(id)}
    >
      {t("remove")}
    </Button>
  );
  const isEmpty = list.owned.length + list.claims.length === 0;
  return (
    <div className="grid gap-5">
      <p className="muted">{t("lead", { brand: brand.name })}</p>
      {!isEmpty && (
        <ul className="border-t border-line">
          {list.owned.map((owned) => (
            <OwnedLine key={owned.id} product={owned.product} action={removal(owned)}>
              <Proven owned={owned} brandName={brand.name} />
            </OwnedLine>
          ))}
          {list.claims.map((claim) => (
            <OwnedLine key={claim.id} product={claim.product} action={removal(claim)}>
              <Waiting claim={claim} />
            </OwnedLine>
          ))}
        </ul>
      )}
      <OwnershipForm
        products={list.products}
        words={{ add: t("add"), since: t("since"), send: t("send"), sending: t("sending") }}
        asksOrder
        onSend={async (said) => {
          setList(await requests.state(said));
          showToast(t("added"));
        }}
      />
    </div>
  );
}
