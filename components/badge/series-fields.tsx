"use client";

import { useId } from "react";
import { useLocale, useTranslations } from "use-intl";
import { badgeProps } from "@/components/community/badge-props";
import { GuardNote } from "@/components/guard/guard-note";
import { Badge } from "@/components/ui/badge";
import { badgeGlyphs } from "@/components/ui/badge-shapes";
import { TextField } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import type { BadgeFamilyName } from "@/lib/domain/badge/schema";
import { localeOf } from "@/lib/domain/locale";
import type { TopicChoice } from "@/lib/domain/member/people-view";
import { metalFields, type SeriesValues } from "./series-values";

/** The fields of a series, with its drawing as it will be. */
export function SeriesFields(props: {
  family: BadgeFamilyName;
  values: SeriesValues;
  problems: Partial<Record<keyof SeriesValues, string>>;
  topics: readonly TopicChoice[];
  set: <K extends keyof SeriesValues>(field: K, value: string) => void;
}) {
  const { family, values, problems, set } = props;
  const t = useTranslations("badge.editor");
  const all = useTranslations("badge");
  const locale = localeOf(useLocale());
  const needed = useId();
  const measure = all(`measures.${family}`);
  const names = { en: values.en, fr: values.fr };
  return (
    <div className="grid gap-6">
      <div className="bdg-row" aria-hidden="true">
        {([1, 2, 3] as const).map(
          (level) =>
            (level === 1 || values[metalFields[level - 1] ?? "gold"].trim() !== "") && (
              <Badge
                key={level}
                {...badgeProps({ key: "", family, level, icon: values.icon, names })}
                size={64}
              />
            ),
        )}
      </div>
      <div className="set__pair">
        <TextField
          label={t("nameEn")}
          lang="en"
          maxLength={60}
          error={problems.en}
          value={values.en}
          onChange={(event) => set("en", event.target.value)}
        />
        <TextField
          label={t("nameFr")}
          lang="fr"
          maxLength={60}
          error={problems.fr}
          value={values.fr}
          onChange={(event) => set("fr", event.target.value)}
        />
      </div>
      <GuardNote text={`${values.en}\n${values.fr}`} />
      {family === "topic" && (
        <SelectField
          label={t("topic")}
          error={problems.topicId}
          options={[
            ...(values.topicId === "" ? [{ value: "", label: t("topicNone") }] : []),
            ...props.topics.map(({ id, names: topic }) => ({ value: id, label: topic[locale] })),
          ]}
          value={values.topicId}
          onValue={(topicId) => set("topicId", topicId)}
        />
      )}
      <fieldset className="grid gap-2" aria-describedby={needed}>
        <legend className="label">{t("needed")}</legend>
        <p className="muted" id={needed}>
          {t("unit", { measure })}
        </p>
        <div className="bdg-counts">
          {metalFields.map((field) => (
            <TextField
              key={field}
              label={t(field)}
              optional={field === "bronze" ? undefined : t("optional")}
              inputMode="numeric"
              autoComplete="off"
              error={problems[field]}
              value={values[field]}
              onChange={(event) => set(field, event.target.value)}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className="grid gap-2">
        <legend className="label">{t("drawing")}</legend>
        <div className="bdg-glyphs">
          {Object.entries(badgeGlyphs).map(([icon, path]) => (
            <label key={icon} className="bdg-glyph" title={all(`glyphs.${icon as "chat"}`)}>
              <input
                type="radio"
                name="glyph"
                checked={values.icon === icon}
                onChange={() => set("icon", icon)}
              />
              <span className="sr">{all(`glyphs.${icon as "chat"}`)}</span>
              <svg width={24} height={24} viewBox="0 0 24 24" aria-hidden="true">
                <path
                  d={path}
                  fill="none"
                  stroke="currentColor"
                  strokeWidth={1.5}
                  strokeLinecap="round"
                  strokeLinejoin="round"
                />
              </svg>
            </label>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
