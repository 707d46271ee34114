"use client";

import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { showError } from "@/components/ui/toast";
import { apiClient, reply } from "@/lib/client/api";
import { useErrorText } from "@/lib/client/use-error-text";

/** Brands that a person has left with the wish to be erased, and a way back while there is one. */
export function Erasures(props: { brands: readonly { slug: string; name: string; eraseAt: string }[] }) {
  const t = useTranslations("home.erasures");
  const format = useFormatter();
  const errorText = useErrorText();
  const [busy, setBusy] = useState<string | null>(null);
  const keep = async (brandSlug: string) => {
    setBusy(brandSlug);
    try {
      const { account } = apiClient().api;
      await reply(account.erasures[":brand"].$delete({ param: { brand: brandSlug } }));
      location.assign(`/${brandSlug}/desk`);
    } catch (error) {
      showError(errorText(error));
      setBusy(null);
    }
  };
  return (
    <section className="grid gap-2">
      <h2 className="strong">{t("title")}</h2>
      <ul className="border-t border-line">
        {props.brands.map(({ slug, name, eraseAt }) => (
          <li key={slug} className="flex flex-wrap items-center gap-3 border-b border-line py-3">
            <span className="grid min-w-0 flex-1">
              <b>{name}</b>
              <span className="muted">
                {t("until", { date: format.dateTime(new Date(eraseAt), { day: "numeric", month: "long" }) })}
              </span>
            </span>
            <Button
              size="sm"
              busy={busy === slug}
              aria-label={t("keepOf", { name })}
              onClick={() => void keep(slug)}
            >
              {t("keep")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
