import { useLocale, useTranslations } from "use-intl";
import type { SeriesView } from "@/lib/domain/badge/view";
import { localeOf } from "@/lib/domain/locale";

/** Why a series gives nothing at the moment; nothing where it does. */
export function Resting({ series: { topic, isAdrift } }: { series: SeriesView }) {
  const t = useTranslations("badge");
  const locale = localeOf(useLocale());
  if (isAdrift) return <p className="meta">{t("restingAdrift")}</p>;
  if (!topic?.isRemoved) return null;
  return <p className="meta">{t("restingTopic", { topic: topic.names[locale] })}</p>;
}
