"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import type { Locale } from "@/lib/domain/locale";
import type { TopicView } from "@/lib/domain/topic/schema";
import { settingsRequests } from "./requests";
import { type Problems, useVersionedForm, type Versioned } from "./use-versioned-form";
import { type FieldWords, VersionedForm } from "./versioned-form";

type Form = Record<Locale, string>;

const formOf = ({ names, version }: TopicView): Versioned<Form> => ({ values: names, version });

/** Another name for a topic, in each language of the brand. */
export function RenameTopic(props: {
  brandSlug: string;
  topic: TopicView;
  name: string;
  languages: readonly Locale[];
  /** Reads the list behind again. */
  reread: () => Promise<unknown>;
  onClose: () => void;
}) {
  const { brandSlug, topic, languages, reread, onClose } = props;
  const [first = "en"] = languages;
  const t = useTranslations("settings.topics");
  const cancel = useTranslations("ui")("cancel");
  const requests = settingsRequests(brandSlug);
  const form = useVersionedForm<Form>({
    brandSlug,
    initial: formOf(topic),
    async read() {
      await reread();
      const found = (await requests.topics()).topics.find(({ id }) => id === topic.id);
      return formOf(found ?? topic);
    },
    async save({ en, fr }, version) {
      const spoken = { en: languages.includes("en") ? en : fr, fr: languages.includes("fr") ? fr : en };
      const saved = await requests.saveTopic(topic.id, { version, names: spoken });
      await reread();
      onClose();
      return saved;
    },
    check(values): Problems<Form> {
      return values[first].trim() === "" ? { [first]: t("nameMissing") } : {};
    },
    fieldOf: (field) => (field.endsWith("fr") ? "fr" : "en"),
  });
  const words: FieldWords<Form> = {
    en: { label: t("nameIn", { language: "en" }), show: (name) => name },
    fr: { label: t("nameIn", { language: "fr" }), show: (name) => name },
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("renameTitle", { name: props.name })}
      actions={
        <Button look="quiet" onClick={onClose}>
          {cancel}
        </Button>
      }
    >
      <VersionedForm form={form} words={words} label={t("rename")}>
        <div className="grid gap-4">
          {languages.map((language) => (
            <TextField
              key={language}
              label={t("nameIn", { language })}
              error={form.problems[language]}
              lang={language}
              maxLength={60}
              value={form.values[language]}
              onChange={(event) => form.set(language, event.target.value)}
            />
          ))}
        </div>
      </VersionedForm>
    </Dialog>
  );
}
