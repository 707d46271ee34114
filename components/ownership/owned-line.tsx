"use client";

import { BadgeCheck, Clock } from "lucide-react";
import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Icon } from "@/components/ui/icon";
import type { ClaimView, OwnedView } from "@/lib/domain/ownership/view";

/** One product that somebody owns or says that he owns, with what is known of it, and what can be done. */
export function OwnedLine(props: { product: string; action?: ReactNode; children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-3">
      <div className="grid min-w-0 flex-1 basis-[220px] gap-1">
        <b className="strong wrap-anywhere">{props.product}</b>
        {props.children}
      </div>
      {props.action}
    </li>
  );
}

/** For how long it is his, and how that is known. */
export function Proven({ owned, brandName }: { owned: OwnedView; brandName: string }) {
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

/** What became of his word. */
export function Waiting({ claim }: { claim: ClaimView }) {
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
