"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { OfferReason } from "@/lib/domain/offer/view";
import { useDeskHandle } from "./use-desk";
import { whyRequests } from "./why-requests";
import { WhyYou } from "./why-you";

/** Why the member was asked the question whose chat he carries; looked up when he wants to know. Give it a `key`. */
export function WhyChat(props: { questionId: string }) {
  const { brandSlug } = useDeskHandle();
  const t = useTranslations("receipt.whyMe");
  const [reason, setReason] = useState<OfferReason | "failed" | null>(null);
  const look = () => {
    whyRequests(brandSlug)
      .why(props.questionId)
      .then(setReason, () => setReason("failed"));
  };
  return (
    <details className="whychat" onToggle={(event) => event.currentTarget.open && reason === null && look()}>
      <summary className="meta">{t("open")}</summary>
      {reason === "failed" ? (
        <p className="meta" role="alert">
          {t("failed")}
        </p>
      ) : (
        reason && <WhyYou reason={reason} />
      )}
    </details>
  );
}
