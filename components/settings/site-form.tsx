"use client";

import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { TextAreaField, TextField } from "@/components/ui/field";
import { Radio } from "@/components/ui/radio";
import type { Locale } from "@/lib/domain/locale";
import { checkColour, readColour } from "@/lib/domain/site/colour";
import { readOrigin } from "@/lib/domain/site/origin";
import type { SiteSettings } from "@/lib/domain/site/settings-schema";
import { ButtonPreview } from "./button-preview";
import { ColourField } from "./colour-field";
import { OriginsField } from "./origins-field";
import { settingsRequests } from "./requests";
import { type SiteForm as Form, formOfSite, linesOf, siteChange } from "./site-form-values";
import { type Problems, useVersionedForm } from "./use-versioned-form";
import { type FieldWords, VersionedForm } from "./versioned-form";

/** Name, addresses, looks and pages of a site. `askWords` is the button's first line by language, `{word}` in its middle. */
export function SiteForm(props: {
  brandSlug: string;
  site: SiteSettings;
  languages: readonly Locale[];
  ask: Record<Locale, { own: string; as: string }>;
}) {
  const { brandSlug, site, languages, ask } = props;
  const t = useTranslations("settings.site");
  const requests = settingsRequests(brandSlug);
  const [isChecked, setChecked] = useState(false);
  const newest = useMemo(() => formOfSite(site), [site]);
  const form = useVersionedForm<Form>({
    brandSlug,
    initial: newest,
    newest,
    read: async () => formOfSite(await requests.site(site.id)),
    save: (values, version) => requests.saveSite(site.id, { version, ...siteChange(values) }),
    check(values) {
      setChecked(true);
      const found: Problems<Form> = {};
      const colour = readColour(values.colour);
      if (values.name.trim() === "") found.name = t("nameMissing");
      if (values.allowedOrigins.some((typed) => readOrigin(typed).problem)) found.allowedOrigins = "";
      if (values.colour.trim() !== "" && colour === null) found.colour = t("colourWrong");
      if (colour && !checkColour(colour).isVisible) found.colour = t("colourWrong");
      for (const name of ["include", "exclude"] as const)
        if (linesOf(values[name]).some((line) => !/^[/*]/.test(line))) found[name] = t("patternWrong");
      if (linesOf(values.include).length === 0) found.include = t("includeMissing");
      return found;
    },
    fieldOf: (field) => {
      const [first = "", second = ""] = field.split(".");
      const nested: Record<string, keyof Form> = {
        "pages.include": "include",
        "pages.exclude": "exclude",
        "ownerWord.en": "ownerEn",
        "ownerWord.fr": "ownerFr",
      };
      return nested[`${first}.${second}`] ?? (first as keyof Form);
    },
  });
  const { values, problems, set } = form;
  const text = (label: string) => ({ label, show: (value: string) => value });
  const words: FieldWords<Form> = {
    name: text(t("name")),
    allowedOrigins: { label: t("origins"), show: (list) => list.join(", ") },
    colour: text(t("colour")),
    position: { label: t("position"), show: (side) => t(side) },
    ownerEn: text(t("ownerWord", { language: "en" })),
    ownerFr: text(t("ownerWord", { language: "fr" })),
    include: text(t("include")),
    exclude: text(t("exclude")),
  };
  const owner = { en: "ownerEn", fr: "ownerFr" } as const;
  const [first = "en"] = languages;
  const word = values[owner[first]].trim();
  return (
    <VersionedForm form={form} words={words} label={site.name}>
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
        <OriginsField
          value={values.allowedOrigins}
          isChecked={isChecked}
          onValue={(origins) => set("allowedOrigins", origins)}
        />
      </section>
      <section className="set__part">
        <h2>{t("look")}</h2>
        <div className="set__pair">
          <ColourField
            value={values.colour}
            error={problems.colour}
            onValue={(colour) => set("colour", colour)}
          />
          <fieldset className="checks content-start">
            <legend>{t("position")}</legend>
            {(["left", "right"] as const).map((side) => (
              <Radio
                key={side}
                name="position"
                label={t(side)}
                checked={values.position === side}
                onChange={() => set("position", side)}
              />
            ))}
          </fieldset>
        </div>
        <div className="set__pair">
          {languages.map((language) => (
            <TextField
              key={language}
              label={t("ownerWord", { language })}
              help={t(language === "fr" ? "ownerWordHelpFr" : "ownerWordHelp")}
              error={problems[owner[language]]}
              lang={language}
              value={values[owner[language]]}
              maxLength={40}
              onChange={(event) => set(owner[language], event.target.value)}
            />
          ))}
        </div>
        <ButtonPreview
          colour={values.colour}
          position={values.position}
          title={word ? ask[first].as.replace("{word}", word) : ask[first].own}
        />
      </section>
      <section className="set__part">
        <h2>{t("pages")}</h2>
        <p className="muted">{t("pagesHelp")}</p>
        <div className="set__pair">
          {(["include", "exclude"] as const).map((name) => (
            <TextAreaField
              key={name}
              label={t(name)}
              error={problems[name]}
              rows={4}
              dir="ltr"
              spellCheck={false}
              value={values[name]}
              onChange={(event) => set(name, event.target.value)}
            />
          ))}
        </div>
      </section>
    </VersionedForm>
  );
}
