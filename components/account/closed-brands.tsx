"use client";

import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { reopenBrand } from "@/components/settings/requests";
import { Button } from "@/components/ui/button";
import { showError } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import type { ClosedBrand } from "@/lib/domain/brand/view";

/** Brands that a person has closed and can bring back. */
export function ClosedBrands(props: { brands: readonly ClosedBrand[] }) {
  const t = useTranslations("home.brands");
  const format = useFormatter();
  const errorText = useErrorText();
  const [busy, setBusy] = useState<string | null>(null);
  const day = (at: string) => format.dateTime(new Date(at), { day: "numeric", month: "long" });
  const reopen = async (id: string) => {
    setBusy(id);
    try {
      const { slug } = await reopenBrand(id);
      location.assign(`/${slug}/settings`);
    } catch (error) {
      showError(errorText(error));
      setBusy(null);
    }
  };
  return (
    <section className="grid gap-2">
      <h2 className="strong">{t("closedTitle")}</h2>
      <ul className="border-t border-line">
        {props.brands.map(({ id, name, closedAt, until }) => (
          <li key={id} className="flex flex-wrap items-center gap-3 border-b border-line py-3">
            <span className="grid min-w-0 flex-1">
              <b>{name}</b>
              <span className="muted">{t("closedUntil", { date: day(closedAt), until: day(until) })}</span>
            </span>
            <Button
              size="sm"
              busy={busy === id}
              busyLabel={t("reopening")}
              aria-label={t("reopenOf", { name })}
              onClick={() => void reopen(id)}
            >
              {t("reopen")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
