"use client";

import Form from "next/form";
import { useRef } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { SelectField, type SelectOption } from "@/components/ui/select-field";
import { localeOf } from "@/lib/domain/locale";
import type { TopicChoice } from "@/lib/domain/member/people-view";
import { type Role, roles } from "@/lib/domain/member/role";
import type { PeopleFilter } from "@/lib/domain/member/schema";

const statuses = ["active", "paused", "suspended"] as const;

/** Narrows the list of people. Its state is in the page's address, so that it can be sent to somebody. */
export function PeopleSearch(props: {
  brandSlug: string;
  filter: PeopleFilter;
  topics: readonly TopicChoice[];
}) {
  const t = useTranslations("people");
  const locale = localeOf(useLocale());
  const box = useRef<HTMLFormElement>(null);
  const { filter } = props;
  const any = (label: string): SelectOption<string> => ({ value: "", label });
  const lists = [
    {
      name: "role",
      label: t("list.role"),
      value: filter.role ?? "",
      options: [
        any(t("list.anyRole")),
        ...roles.map((role: Role) => ({ value: role, label: t(`role.${role}`) })),
      ],
    },
    {
      name: "status",
      label: t("list.status"),
      value: filter.status ?? "",
      options: [
        any(t("list.anyStatus")),
        ...statuses.map((status) => ({ value: status, label: t(`status.${status}`) })),
      ],
    },
    {
      name: "topic",
      label: t("list.topic"),
      value: filter.topic ?? "",
      options: [
        any(t("list.anyTopic")),
        ...props.topics.map(({ id, names }) => ({ value: id, label: names[locale] })),
      ],
    },
  ];
  return (
    <Form
      ref={box}
      action={`/${props.brandSlug}/people`}
      className="grid grid-cols-2 items-end gap-4 *:first:col-span-2 bar:grid-cols-[minmax(0,2fr)_repeat(3,minmax(0,1fr))_auto] bar:*:first:col-span-1"
      role="search"
    >
      <TextField
        label={t("list.searchHelp")}
        name="q"
        type="search"
        defaultValue={filter.q}
        maxLength={100}
        autoComplete="off"
      />
      {lists.map(({ name, label, value, options }) => (
        <ListField key={name} name={name} label={label} value={value} options={options} form={box} />
      ))}
      <Button type="submit" className="min-h-[44px]">
        {t("list.search")}
      </Button>
    </Form>
  );
}

function ListField(props: {
  name: string;
  label: string;
  value: string;
  options: readonly SelectOption<string>[];
  form: React.RefObject<HTMLFormElement | null>;
}) {
  const { form, ...field } = props;
  return (
    <SelectField
      {...field}
      onValue={(value) => {
        const list = form.current?.elements.namedItem(props.name);
        if (list instanceof HTMLSelectElement) list.value = value;
        form.current?.requestSubmit();
      }}
    />
  );
}
