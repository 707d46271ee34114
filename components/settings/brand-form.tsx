"use client";

import Link from "next/link";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { TextField } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import { SwitchField } from "@/components/ui/switch-field";
import { settingRules } from "@/lib/domain/brand/setting-rules";
import { defaultSettings } from "@/lib/domain/brand/settings";
import type { BrandView } from "@/lib/domain/brand/view";
import type { Locale } from "@/lib/domain/locale";
import { LanguagesField } from "./languages-field";
import { settingsRequests } from "./requests";
import { timeZoneOptions } from "./time-zones";
import { type Problems, useVersionedForm, type Versioned } from "./use-versioned-form";
import { type FieldWords, VersionedForm } from "./versioned-form";

type Form = {
  name: string;
  languages: Locale[];
  timeZone: string;
  privacyEn: string;
  privacyFr: string;
  privacyUrl: string;
  offersLeaving: boolean;
  publishesPromises: boolean;
  publishesCommunity: boolean;
  retentionDays: string;
};

function formOf(brand: BrandView): Versioned<Form> {
  const { name, languages, timeZone, privacyLine, privacyUrl, settings, version } = brand;
  const { offersLeaving, publishesPromises, publishesCommunity } = brand;
  return {
    version,
    values: {
      name,
      languages,
      timeZone,
      privacyEn: privacyLine.en ?? "",
      privacyFr: privacyLine.fr ?? "",
      privacyUrl: privacyUrl ?? "",
      offersLeaving,
      publishesPromises,
      publishesCommunity,
      retentionDays: String(settings.retentionDays ?? defaultSettings.retentionDays),
    },
  };
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** Name, languages, time zone, and what is said and done about privacy. */
export function BrandForm(props: { brand: BrandView }) {
  const { slug } = props.brand;
  const t = useTranslations("settings.brand");
  const sections = useTranslations("settings.sections.brand");
  const requests = settingsRequests(slug);
  const { min, max } = settingRules.retentionDays;
  const form = useVersionedForm<Form>({
    brandSlug: slug,
    initial: formOf(props.brand),
    read: async () => formOf(await requests.brand()),
    save: ({ privacyEn, privacyFr, privacyUrl, retentionDays, ...fields }, version) =>
      requests.saveBrand({
        version,
        ...fields,
        privacyLine: { en: privacyEn, fr: privacyFr },
        privacyUrl: privacyUrl.trim() || null,
        settings: { retentionDays: Number(retentionDays) },
      }),
    check(values) {
      const found: Problems<Form> = {};
      const days = Number(values.retentionDays);
      if (values.name.trim() === "") found.name = t("nameMissing");
      if (values.languages.length === 0) found.languages = t("languagesMissing");
      if (values.privacyUrl.trim() !== "" && !isWebAddress(values.privacyUrl.trim()))
        found.privacyUrl = t("privacyUrlWrong");
      if (!/^\d+$/.test(values.retentionDays.trim()) || days < min || days > max)
        found.retentionDays = t("wrongNumber", { min, max });
      return found;
    },
    fieldOf: (field) =>
      field.startsWith("privacyLine")
        ? field.endsWith("fr")
          ? "privacyFr"
          : "privacyEn"
        : (field.replace("settings.", "").split(".")[0] as keyof Form),
  });
  const zones = useMemo(() => timeZoneOptions(props.brand.timeZone), [props.brand.timeZone]);
  const text = (label: string) => ({ label, show: (value: string) => value });
  const onOff = (label: string) => ({ label, show: (value: boolean) => t(value ? "on" : "off") });
  const words: FieldWords<Form> = {
    name: text(t("name")),
    languages: { label: t("languages"), show: (list) => list.map((locale) => t(locale)).join(", ") },
    timeZone: text(t("timeZone")),
    privacyEn: text(t("privacyLine", { language: "en" })),
    privacyFr: text(t("privacyLine", { language: "fr" })),
    privacyUrl: text(t("privacyUrl")),
    offersLeaving: onOff(t("offersLeaving")),
    publishesPromises: onOff(t("publishesPromises")),
    publishesCommunity: onOff(t("publishesCommunity")),
    retentionDays: text(t("retention")),
  };
  const { values, problems, set } = form;
  const privacy = { en: "privacyEn", fr: "privacyFr" } as const;
  return (
    <VersionedForm form={form} words={words} label={sections("title")}>
      <section className="set__part">
        <h2>{t("general")}</h2>
        <TextField
          label={t("name")}
          help={t("nameHelp")}
          error={problems.name}
          value={values.name}
          maxLength={80}
          onChange={(event) => set("name", event.target.value)}
        />
        <LanguagesField
          value={values.languages}
          error={problems.languages}
          onValue={(languages) => set("languages", languages)}
        />
        <SelectField
          label={t("timeZone")}
          help={t("timeZoneHelp")}
          options={zones}
          value={values.timeZone}
          onValue={(zone) => set("timeZone", zone)}
        />
      </section>
      <section className="set__part">
        <h2>{t("forVisitors")}</h2>
        <SwitchField
          label={t("offersLeaving")}
          help={t("offersLeavingHelp")}
          checked={values.offersLeaving}
          onChecked={(checked) => set("offersLeaving", checked)}
        />
        <SwitchField
          label={t("publishesPromises")}
          help={
            <>
              {t("publishesPromisesHelp")}{" "}
              <Link className="underline" href={`/promises/${slug}`} target="_blank">
                {t("publishesPromisesSee")}
              </Link>
            </>
          }
          checked={values.publishesPromises}
          onChecked={(checked) => set("publishesPromises", checked)}
        />
        <SwitchField
          label={t("publishesCommunity")}
          help={
            <>
              {t("publishesCommunityHelp")}{" "}
              <Link className="underline" href={`/community/${slug}/join`} target="_blank">
                {t("publishesCommunitySee")}
              </Link>
            </>
          }
          checked={values.publishesCommunity}
          onChecked={(checked) => set("publishesCommunity", checked)}
        />
      </section>
      <section className="set__part">
        <h2>{t("privacy")}</h2>
        {values.languages.map((language) => (
          <TextField
            key={language}
            label={t("privacyLine", { language })}
            help={t("privacyLineHelp")}
            error={problems[privacy[language]]}
            lang={language}
            value={values[privacy[language]]}
            maxLength={300}
            onChange={(event) => set(privacy[language], event.target.value)}
          />
        ))}
        <TextField
          label={t("privacyUrl")}
          help={t("privacyUrlHelp")}
          error={problems.privacyUrl}
          type="url"
          inputMode="url"
          value={values.privacyUrl}
          onChange={(event) => set("privacyUrl", event.target.value)}
        />
        <TextField
          label={`${t("retention")} (${t("days")})`}
          help={t("retentionHelp")}
          error={problems.retentionDays}
          inputMode="numeric"
          className="max-w-[120px]"
          value={values.retentionDays}
          onChange={(event) => set("retentionDays", event.target.value)}
        />
      </section>
    </VersionedForm>
  );
}
