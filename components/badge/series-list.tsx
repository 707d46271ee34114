"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "use-intl";
import { badgeProps } from "@/components/community/badge-props";
import { Badge } from "@/components/ui/badge";
import { Tag } from "@/components/ui/chip";
import type { SeriesView } from "@/lib/domain/badge/view";
import { localeOf } from "@/lib/domain/locale";
import { Resting } from "./resting";
import "./badge.css";

/** What the brand gives out: each series with its levels, who has them, and what rests. */
export function SeriesList(props: { brandSlug: string; series: readonly SeriesView[] }) {
  const t = useTranslations("badge");
  const locale = localeOf(useLocale());
  return (
    <ul className="bdgs" aria-label={t("rowLabel")}>
      {props.series.map((series) => {
        const { id, family, icon, levels, topic, isAdrift } = series;
        const name = series.names[locale];
        const rests = isAdrift || topic?.isRemoved === true;
        return (
          <li key={id}>
            <Badge {...badgeProps({ ...markOf(series), icon })} size={24} />
            <div className="grid gap-1">
              <p className="bdgs__name">
                <Link href={`/${props.brandSlug}/community/badges/${id}`}>{name}</Link>
                {rests && <Tag tone="amber">{t("resting")}</Tag>}
              </p>
              <p className="meta">
                {t(`families.${family}`)}
                {topic && ` · ${topic.names[locale]}`}
              </p>
              <Resting series={series} />
            </div>
            <ul className="bdgs__levels">
              {levels.map(({ level, count, holders }) => (
                <li key={level} className="meta num">
                  {t("levelCount", { metal: t("metal", { level: String(level) }), count })}
                  {" · "}
                  {t("holders", { count: holders })}
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}

function markOf({ family, names, levels }: SeriesView) {
  const level = levels.at(-1)?.level;
  return { key: "", family, names, level: level === 2 || level === 3 ? level : 1 } as const;
}
