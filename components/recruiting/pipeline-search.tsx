"use client";

import Form from "next/form";
import Link from "next/link";
import { useRef } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import { localeOf } from "@/lib/domain/locale";
import type { TopicChoice } from "@/lib/domain/member/people-view";
import { type PipelineFilter, sources } from "@/lib/domain/recruiting/candidate-schema";

/** Narrows the pipeline. Its state is in the page's address, so that it can be sent to somebody. */
export function PipelineSearch(props: {
  brandSlug: string;
  filter: PipelineFilter;
  topics: readonly TopicChoice[];
}) {
  const { filter, brandSlug } = props;
  const t = useTranslations("recruiting.search");
  const from = useTranslations("recruiting.pipeline.source");
  const locale = localeOf(useLocale());
  const box = useRef<HTMLFormElement>(null);
  const choose = (name: string) => (value: string) => {
    const list = box.current?.elements.namedItem(name);
    if (list instanceof HTMLSelectElement) list.value = value;
    box.current?.requestSubmit();
  };
  const isNarrowed = Object.values(filter).some(Boolean);
  return (
    <Form
      ref={box}
      action={`/${brandSlug}/community`}
      className="grid grid-cols-2 items-end gap-4 *:first:col-span-2 bar:flex bar:flex-wrap bar:*:first:w-[280px]"
      role="search"
    >
      <TextField
        label={t("words")}
        name="q"
        type="search"
        defaultValue={filter.q}
        maxLength={100}
        autoComplete="off"
      />
      <SelectField
        label={t("topic")}
        name="topic"
        value={filter.topic ?? ""}
        options={[
          { value: "", label: t("anyTopic") },
          ...props.topics.map(({ id, names }) => ({ value: id, label: names[locale] })),
        ]}
        onValue={choose("topic")}
      />
      <SelectField
        label={t("source")}
        name="source"
        value={filter.source ?? ""}
        options={[
          { value: "", label: t("anySource") },
          ...sources.map((source) => ({ value: source as string, label: from(source) })),
        ]}
        onValue={choose("source")}
      />
      {filter.declined && <input type="hidden" name="declined" value="1" />}
      <Button type="submit" className="min-h-[44px]">
        {t("search")}
      </Button>
      <Link
        className={buttonClass("quiet", "md", "min-h-[44px]")}
        href={`/${brandSlug}/community${filter.declined ? "" : "?declined=1"}`}
      >
        {t(filter.declined ? "hideDeclined" : "showDeclined")}
      </Link>
      {isNarrowed && !filter.declined && (
        <Link className={buttonClass("quiet", "md", "min-h-[44px]")} href={`/${brandSlug}/community`}>
          {t("clear")}
        </Link>
      )}
    </Form>
  );
}
