"use client";

import { type FormEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { showToast } from "@/components/ui/toast";
import { ApiError } from "@/lib/client/api";
import { useErrorText } from "@/lib/client/use-error-text";
import { slugOf } from "@/lib/domain/brand/slug";
import type { Locale } from "@/lib/domain/locale";
import type { TopicView } from "@/lib/domain/topic/schema";
import { settingsRequests } from "./requests";
import { Failure } from "./versioned-form";

type Problem = { field: Locale | "slug" | null; text: string };

/** A new topic: its name in each language of the brand, and a short name made from the first until it is written. */
export function AddTopic(props: {
  brandSlug: string;
  languages: readonly Locale[];
  onAdded: (topic: TopicView) => void;
}) {
  const { languages } = props;
  const [first = "en"] = languages;
  const t = useTranslations("settings.topics");
  const all = useTranslations("settings");
  const errorText = useErrorText();
  const box = useRef<HTMLFormElement>(null);
  const [names, setNames] = useState<Partial<Record<Locale, string>>>({});
  const [ownSlug, setOwnSlug] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const slug = ownSlug ?? slugOf(names[first] ?? "");

  const refuse = (found: Problem) => {
    setProblem(found);
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    if (!names[first]?.trim()) return refuse({ field: first, text: t("nameMissing") });
    if (!/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/.test(slug))
      return refuse({ field: "slug", text: t("slugWrong") });
    setBusy(true);
    setProblem(null);
    try {
      const topic = await settingsRequests(props.brandSlug).createTopic({ slug, names });
      props.onAdded(topic);
      setNames({});
      setOwnSlug(null);
      showToast(t("added", { name: topic.names[first] }));
      box.current?.querySelector("input")?.focus();
    } catch (error) {
      if (error instanceof ApiError && error.code === "NAME_TAKEN")
        refuse({ field: "slug", text: t("slugTaken") });
      else setProblem({ field: null, text: errorText(error) });
    }
    setBusy(false);
  };

  const problemOf = (field: Problem["field"]) => (problem?.field === field ? problem?.text : undefined);
  return (
    <form
      ref={box}
      className="set__part"
      aria-labelledby="add-topic"
      noValidate
      onSubmit={(event) => void submit(event)}
    >
      <h2 id="add-topic">{t("addTitle")}</h2>
      <div className="set__pair">
        {languages.map((language) => (
          <TextField
            key={language}
            label={t("nameIn", { language })}
            optional={language === first ? undefined : all("optional")}
            error={problemOf(language)}
            lang={language}
            maxLength={60}
            value={names[language] ?? ""}
            onChange={(event) => setNames({ ...names, [language]: event.target.value })}
          />
        ))}
      </div>
      <TextField
        label={t("slug")}
        help={t("slugHelp")}
        error={problemOf("slug")}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        value={slug}
        onChange={(event) => setOwnSlug(event.target.value)}
      />
      <div className="set__foot">
        <Button type="submit" look="primary" busy={isBusy} busyLabel={t("adding")}>
          {t("addTitle")}
        </Button>
        <Failure text={problemOf(null) ?? null} />
      </div>
    </form>
  );
}
