"use client";

import { useTranslations } from "use-intl";
import { Chip } from "@/components/ui/chip";
import type { LeftQuestion } from "@/lib/domain/desk/view";
import { useNameOf } from "./use-words";

/** Null: any. A topic by its English name, which is unique enough within a brand to tell two chips apart. */
export type LeftFilterChoice = { topic: string | null; language: string | null };

/** A list that fits on a screen needs no filter. */
const FROM = 6;

export function passes(question: LeftQuestion, { topic, language }: LeftFilterChoice): boolean {
  return (
    (topic === null || question.topic?.en === topic) && (language === null || question.language === language)
  );
}

/** Narrows a long queue by topic and language; nothing while it is short or all of one kind. */
export function LeftFilter(props: {
  questions: readonly LeftQuestion[];
  value: LeftFilterChoice;
  onValue: (value: LeftFilterChoice) => void;
}) {
  const { questions, value, onValue } = props;
  const t = useTranslations("desk.left");
  const nameOf = useNameOf();
  const topics = [
    ...new Map(questions.flatMap(({ topic }) => (topic ? [[topic.en, topic] as const] : []))).values(),
  ];
  const languages = [...new Set(questions.map(({ language }) => language))].sort();
  const isChosen = value.topic !== null || value.language !== null;
  if (questions.length < FROM && !isChosen) return null;
  if (topics.length < 2 && languages.length < 2 && !isChosen) return null;
  return (
    <fieldset className="chips left-filter">
      <legend className="sr">{t("filter")}</legend>
      {topics.length > 1 &&
        topics.map((topic) => (
          <Chip
            key={topic.en}
            pressed={value.topic === topic.en}
            onClick={() => onValue({ ...value, topic: value.topic === topic.en ? null : topic.en })}
          >
            {nameOf(topic)}
          </Chip>
        ))}
      {languages.length > 1 &&
        languages.map((language) => (
          <Chip
            key={language}
            pressed={value.language === language}
            onClick={() => onValue({ ...value, language: value.language === language ? null : language })}
          >
            {t("language", { language })}
          </Chip>
        ))}
    </fieldset>
  );
}
