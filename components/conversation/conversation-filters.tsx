"use client";

import { ChevronDown, SlidersHorizontal } from "lucide-react";
import Form from "next/form";
import Link from "next/link";
import { useLocale, useTranslations } from "use-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { SelectField } from "@/components/ui/select-field";
import {
  type ConversationFilter,
  conversationStates,
  isNarrowed,
  maxSearchLength,
} from "@/lib/domain/conversation/schema";
import type { FilterChoices } from "@/lib/domain/conversation/view";

/** Search and filters. They live in the page's address, so that a view can be sent to a colleague. */
export function ConversationFilters(props: {
  path: string;
  filter: ConversationFilter;
  choices: FilterChoices;
}) {
  const { path, filter, choices } = props;
  const t = useTranslations("conversation");
  const locale = useLocale();
  const any = { value: "", label: t("any") };
  const isOpen = isNarrowed({ ...filter, q: "" });
  return (
    <Form action={path} className="grid gap-4" role="search">
      <div className="conv__search">
        <TextField
          label={t("searchLabel")}
          name="q"
          type="search"
          maxLength={maxSearchLength}
          defaultValue={filter.q}
          dir="auto"
        />
        <Button type="submit" look="primary">
          {t("searchButton")}
        </Button>
      </div>
      <details className="conv__filters" open={isOpen}>
        <summary>
          <Icon icon={SlidersHorizontal} size={16} />
          {t("filters")}
          <Icon icon={ChevronDown} size={16} />
        </summary>
        <div className="conv__fields">
          <SelectField
            label={t("topic")}
            name="topic"
            defaultValue={filter.topic ?? ""}
            options={[any, ...choices.topics.map(({ id, names }) => ({ value: id, label: names[locale] }))]}
          />
          <SelectField
            label={t("helper")}
            name="helper"
            defaultValue={filter.helper ?? ""}
            options={[
              any,
              ...choices.helpers.map(({ memberId, name }) => ({ value: memberId, label: name })),
            ]}
          />
          <SelectField
            label={t("stateLabel")}
            name="state"
            defaultValue={filter.state ?? ""}
            options={[
              any,
              ...conversationStates.map((state) => ({ value: state, label: t(`state.${state}`) })),
            ]}
          />
          <SelectField
            label={t("promiseLabel")}
            name="promise"
            defaultValue={filter.promise ?? ""}
            options={[
              any,
              ...(["kept", "broken"] as const).map((value) => ({ value, label: t(`promise.${value}`) })),
            ]}
          />
          <SelectField
            label={t("starsLabel")}
            name="stars"
            defaultValue={filter.stars ?? ""}
            options={[
              any,
              ...["5", "4", "3", "2", "1"].map((value) => ({
                value,
                label: t("stars", { count: Number(value) }),
              })),
            ]}
          />
          <TextField label={t("from")} name="from" type="date" defaultValue={filter.from ?? ""} />
          <TextField label={t("to")} name="to" type="date" defaultValue={filter.to ?? ""} />
        </div>
        <div className="conv__acts">
          <Button type="submit">{t("apply")}</Button>
          {isNarrowed(filter) && (
            <Link href={path} className={buttonClass("quiet")}>
              {t("clear")}
            </Link>
          )}
        </div>
      </details>
    </Form>
  );
}
