"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Failure } from "@/components/settings/versioned-form";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import { showToast } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import { BadgeFamilyName } from "@/lib/domain/badge/schema";
import { localeOf } from "@/lib/domain/locale";
import type { TopicChoice } from "@/lib/domain/member/people-view";
import { badgeRequests } from "./requests";
import { SeriesFields } from "./series-fields";
import { SeriesPreview } from "./series-preview";
import { problemsOf, type SeriesValues, seriesOfValues } from "./series-values";
import "@/components/settings/settings.css";
import "./badge.css";

const empty: SeriesValues = { en: "", fr: "", icon: "star", bronze: "5", silver: "", gold: "", topicId: "" };

/** A series that is not there yet, tried on the past while it is made. */
export function NewSeries(props: { brandSlug: string; topics: readonly TopicChoice[] }) {
  const { brandSlug, topics } = props;
  const t = useTranslations("badge.editor");
  const families = useTranslations("badge.families");
  const locale = localeOf(useLocale());
  const errorText = useErrorText();
  const router = useRouter();
  const box = useRef<HTMLFormElement>(null);
  const [family, setFamily] = useState<BadgeFamilyName>("thanks");
  const [values, setValues] = useState(empty);
  const [wasSent, setSent] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const found = wasSent ? problemsOf(values, family) : {};
  const problems = Object.fromEntries(Object.entries(found).map(([field, problem]) => [field, t(problem)]));

  async function create(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    setSent(true);
    setFailure(null);
    if (Object.keys(problemsOf(values, family)).length > 0) {
      requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    setBusy(true);
    try {
      const { id } = await badgeRequests(brandSlug).create({ family, ...seriesOfValues(values, family) });
      showToast(t("created", { name: values[locale].trim() }));
      router.push(`/${brandSlug}/community/badges/${id}`);
    } catch (error) {
      setFailure(errorText(error));
      setBusy(false);
    }
  }

  return (
    <div className="bdg-edit">
      <form
        ref={box}
        className="grid gap-6"
        aria-label={t("form")}
        noValidate
        onSubmit={(event) => void create(event)}
      >
        <SelectField
          label={t("family")}
          help={t("familyHelp")}
          options={BadgeFamilyName.options.map((value) => ({ value, label: families(value) }))}
          value={family}
          onValue={setFamily}
        />
        <SeriesFields
          family={family}
          values={values}
          problems={problems}
          topics={topics}
          set={(field, value) => setValues((before) => ({ ...before, [field]: value }))}
        />
        <div className="set__foot">
          <Button type="submit" look="primary" busy={isBusy} busyLabel={t("creating")}>
            {t("create")}
          </Button>
          <Failure text={failure} />
        </div>
      </form>
      <SeriesPreview brandSlug={brandSlug} family={family} values={values} />
    </div>
  );
}
