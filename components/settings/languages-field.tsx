"use client";

import { useTranslations } from "use-intl";
import { ChipsField } from "@/components/ui/chips-field";
import { type Locale, locales } from "@/lib/domain/locale";

/** The languages of a brand, one at least. Needs the `settings` texts. */
export function LanguagesField(props: {
  value: readonly Locale[];
  onValue: (languages: Locale[]) => void;
  error?: string;
}) {
  const t = useTranslations("settings.brand");
  return (
    <ChipsField
      label={t("languages")}
      help={t("languagesHelp")}
      error={props.error}
      options={locales.map((locale) => ({ value: locale, label: t(locale) }))}
      value={props.value}
      onValue={props.onValue}
    />
  );
}
