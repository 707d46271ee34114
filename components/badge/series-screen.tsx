"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { useSaid } from "@/components/settings/use-undo";
import { useVersionedForm, type Versioned } from "@/components/settings/use-versioned-form";
import { type FieldWords, VersionedForm } from "@/components/settings/versioned-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { showError } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import type { Holder, SeriesView } from "@/lib/domain/badge/view";
import { localeOf } from "@/lib/domain/locale";
import type { TopicChoice } from "@/lib/domain/member/people-view";
import { Holders } from "./holders";
import { badgeRequests } from "./requests";
import { Resting } from "./resting";
import { SeriesFields } from "./series-fields";
import { SeriesPreview } from "./series-preview";
import { problemsOf, type SeriesValues, seriesOfValues, valuesOf } from "./series-values";
import "@/components/settings/settings.css";
import "./badge.css";

const formOf = (series: SeriesView): Versioned<SeriesValues> => ({
  values: valuesOf(series),
  version: series.version,
});

/** One series: its form, what it would have given, and who has it. */
export function SeriesScreen(props: {
  brandSlug: string;
  series: SeriesView;
  topics: readonly TopicChoice[];
  holders: readonly Holder[];
}) {
  const { brandSlug, topics } = props;
  const t = useTranslations("badge.editor");
  const all = useTranslations("badge");
  const locale = localeOf(useLocale());
  const [series, setSeries] = useState(props.series);
  const [isAsking, setAsking] = useState(false);
  const requests = badgeRequests(brandSlug);
  const { id, family } = series;
  // A topic that was removed stays what this series is about, until another is chosen.
  const own = series.topic?.isRemoved ? [series.topic] : [];

  const form = useVersionedForm<SeriesValues>({
    brandSlug,
    initial: formOf(series),
    async read() {
      const found = (await requests.list()).series.find((each) => each.id === id) ?? series;
      setSeries(found);
      return formOf(found);
    },
    save: (values, version) => requests.change(id, { version, ...seriesOfValues(values, family) }),
    check: (values) =>
      Object.fromEntries(
        Object.entries(problemsOf(values, family)).map(([field, problem]) => [field, t(problem)]),
      ),
    fieldOf: () => undefined,
  });
  const plain = (label: string) => ({ label, show: (value: string) => value });
  const words: FieldWords<SeriesValues> = {
    en: plain(t("nameEn")),
    fr: plain(t("nameFr")),
    icon: { label: t("drawing"), show: (icon) => all(`glyphs.${icon as "chat"}`) },
    bronze: plain(t("bronze")),
    silver: plain(t("silver")),
    gold: plain(t("gold")),
    topicId: {
      label: t("topic"),
      show: (topicId) => topics.find((topic) => topic.id === topicId)?.names[locale] ?? "",
    },
  };

  return (
    <div className="grid gap-12">
      <div className="bdg-edit">
        <div className="grid content-start gap-6">
          <Resting series={series} />
          <VersionedForm form={form} words={words} label={t("form")}>
            <SeriesFields
              family={family}
              values={form.values}
              problems={form.problems}
              topics={[...own, ...topics]}
              set={form.set}
            />
          </VersionedForm>
          <Button look="quiet" className="justify-self-start" onClick={() => setAsking(true)}>
            {all("remove.button")}
          </Button>
        </div>
        <SeriesPreview brandSlug={brandSlug} family={family} values={form.values} />
      </div>
      <Holders brandSlug={brandSlug} series={series} initial={props.holders} />
      {isAsking && (
        <StopGiving
          brandSlug={brandSlug}
          series={series}
          name={series.names[locale]}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}

function StopGiving(props: { brandSlug: string; series: SeriesView; name: string; onClose: () => void }) {
  const { brandSlug, series, name, onClose } = props;
  const t = useTranslations("badge.remove");
  const cancel = useTranslations("ui")("cancel");
  const errorText = useErrorText();
  const router = useRouter();
  const said = useSaid(brandSlug);
  const [isBusy, setBusy] = useState(false);
  const stop = async () => {
    setBusy(true);
    try {
      const { auditId } = await badgeRequests(brandSlug).remove(series.id, series.version);
      said(t("done", { name }), auditId);
      router.push(`/${brandSlug}/community/badges`);
      router.refresh();
    } catch (error) {
      showError(errorText(error));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && !isBusy && onClose()}
      title={t("title", { name })}
      description={t("text")}
      actions={
        <>
          <Button look="quiet" onClick={onClose} disabled={isBusy}>
            {cancel}
          </Button>
          <Button look="danger" busy={isBusy} busyLabel={t("confirming")} onClick={() => void stop()}>
            {t("confirm")}
          </Button>
        </>
      }
    />
  );
}
