"use client";

import { type FormEvent, useEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { LanguagesField } from "@/components/settings/languages-field";
import { createBrand } from "@/components/settings/requests";
import { timeZoneOptions } from "@/components/settings/time-zones";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import { ApiError } from "@/lib/client/api";
import { useErrorText } from "@/lib/client/use-error-text";
import { isReservedSlug, slugOf } from "@/lib/domain/brand/slug";
import type { Locale } from "@/lib/domain/locale";

type Problems = { name?: string; slug?: string; languages?: string };

/** A new brand: its name, the address made from it, its languages, and the time zone of whoever creates it. */
export function NewBrandForm(props: { origin: string; locale: Locale; timeZone: string }) {
  const t = useTranslations("setup");
  const brand = useTranslations("settings.brand");
  const errorText = useErrorText();
  const box = useRef<HTMLFormElement>(null);
  const [name, setName] = useState("");
  const [ownSlug, setOwnSlug] = useState<string | null>(null);
  const [languages, setLanguages] = useState<Locale[]>([props.locale]);
  const [timeZone, setTimeZone] = useState(props.timeZone);
  const [problems, setProblems] = useState<Problems>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  // The browser knows better than what the server guessed for the very first page.
  useEffect(
    () => setTimeZone(Intl.DateTimeFormat().resolvedOptions().timeZone || props.timeZone),
    [props.timeZone],
  );
  const zones = useMemo(() => timeZoneOptions(timeZone), [timeZone]);
  const slug = ownSlug ?? slugOf(name);

  const refuse = (found: Problems) => {
    setProblems(found);
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const found: Problems = {};
    if (name.trim() === "") found.name = t("brandNameMissing");
    if (!/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/.test(slug)) found.slug = t("slugWrong");
    else if (isReservedSlug(slug)) found.slug = t("slugReserved");
    if (languages.length === 0) found.languages = brand("languagesMissing");
    setFailure(null);
    if (Object.keys(found).length > 0) return refuse(found);
    setProblems({});
    setBusy(true);
    try {
      const made = await createBrand({ name: name.trim(), slug, languages, timeZone });
      location.assign(`/${made.slug}/settings`);
    } catch (error) {
      if (error instanceof ApiError && error.code === "NAME_TAKEN") refuse({ slug: t("slugTaken") });
      else setFailure(errorText(error));
      setBusy(false);
    }
  };
  return (
    <form ref={box} className="grid gap-6" noValidate onSubmit={(event) => void submit(event)}>
      {failure && <Banner tone="red">{failure}</Banner>}
      <TextField
        label={t("brandName")}
        help={t("brandNameHelp")}
        error={problems.name}
        value={name}
        maxLength={80}
        autoComplete="organization"
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={t("slug")}
        help={t("slugHelp", { address: `${props.origin}/${slug || "…"}` })}
        error={problems.slug}
        value={slug}
        maxLength={40}
        autoCapitalize="none"
        spellCheck={false}
        onChange={(event) => setOwnSlug(event.target.value)}
      />
      <LanguagesField value={languages} error={problems.languages} onValue={setLanguages} />
      <SelectField
        label={brand("timeZone")}
        help={brand("timeZoneHelp")}
        options={zones}
        value={timeZone}
        onValue={setTimeZone}
      />
      <Button type="submit" look="primary" size="lg" block busy={isBusy} busyLabel={t("creating")}>
        {t("create")}
      </Button>
    </form>
  );
}
