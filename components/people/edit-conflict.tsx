"use client";

import { useEffect, useRef } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { localeOf } from "@/lib/domain/locale";
import type { PersonDetail, TopicChoice } from "@/lib/domain/member/people-view";
import { choicesOf, differing, type PersonChoices } from "./person-choices";

/** Somebody else saved first: what is stored now, beside what was chosen, and the two ways on. */
export function EditConflict(props: {
  name: string;
  person: PersonDetail;
  mine: PersonChoices;
  topics: readonly TopicChoice[];
  onMine: () => void;
  onTheirs: () => void;
}) {
  const t = useTranslations("people");
  const locale = localeOf(useLocale());
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const stored = choicesOf(props.person);
  const list = (words: string[]) => (words.length === 0 ? t("edit.nothingChosen") : words.join(", "));
  const values = {
    role: t(`role.${stored.role}`),
    capacity:
      stored.capacity === null
        ? t("edit.capacityRule", { count: props.person.ramp.byRule })
        : `${stored.capacity}`,
    topicIds: list(
      props.topics.filter(({ id }) => stored.topicIds.includes(id)).map(({ names }) => names[locale]),
    ),
    languages: list(stored.languages.map((each) => t(`language.${each}`))),
    isPaused: t(stored.isPaused ? "edit.on" : "edit.off"),
  };
  const labels = {
    role: t("edit.role"),
    capacity: t("edit.capacity"),
    topicIds: t("edit.topics"),
    languages: t("edit.languages"),
    isPaused: t("edit.paused"),
  };
  return (
    <section
      ref={box}
      tabIndex={-1}
      role="alert"
      className="grid gap-3 rounded-md border border-amber-line bg-amber-soft p-4"
    >
      <h2 className="strong">{t("edit.conflictTitle", { name: props.name })}</h2>
      <p>{t("edit.conflictText")}</p>
      <ul className="grid gap-1">
        {differing(stored, props.mine).map((name) => (
          <li key={name}>{t("edit.field", { label: labels[name], value: values[name] })}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button onClick={props.onTheirs}>{t("edit.conflictTheirs")}</Button>
        <Button look="staff" onClick={props.onMine}>
          {t("edit.conflictMine")}
        </Button>
      </div>
    </section>
  );
}
