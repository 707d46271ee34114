"use client";

import { Award } from "lucide-react";
import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "use-intl";
import { badgeProps, metals } from "@/components/community/badge-props";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { localeOf } from "@/lib/domain/locale";
import type { PublicAward } from "@/lib/domain/recognition/public-view";

/** A member's badges with their signed records; `page` is where his public page is, if everybody may see it. */
export function OwnRecords(props: {
  brandSlug: string;
  awards: readonly PublicAward[];
  page: string | null;
}) {
  const { brandSlug, awards, page } = props;
  const t = useTranslations("recognition");
  const format = useFormatter();
  const locale = localeOf(useLocale());
  if (awards.length === 0)
    return (
      <Empty icon={Award} title={t("record.none")}>
        {t("record.noneText")}
      </Empty>
    );
  return (
    <div className="grid gap-4">
      <p className="muted">{t("record.lead")}</p>
      <ul className="border-t border-line">
        {awards.map(({ id, badge, awardedAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-3">
            <Badge {...badgeProps(badge)} size={64} />
            <div className="grid min-w-0 flex-1 basis-[200px] gap-1">
              <b className="strong">{badge.names[locale]}</b>
              <span className="meta">
                {t("badgeLevel", { family: badge.family, metal: metals[badge.level] })} ·{" "}
                {t("record.earned", {
                  date: format.dateTime(new Date(awardedAt), { dateStyle: "medium" }),
                })}
              </span>
            </div>
            <div className="flex flex-wrap gap-2">
              {page && (
                <Link
                  className={buttonClass("quiet", "sm")}
                  href={`${page}/${id}`}
                  aria-label={t("record.shareOf", { badge: badge.names[locale] })}
                >
                  {t("record.share")}
                </Link>
              )}
              <a
                className={buttonClass("secondary", "sm")}
                href={`/api/brands/${brandSlug}/profile/records/${id}`}
                download
                aria-label={t("record.getOf", { badge: badge.names[locale] })}
              >
                {t("record.get")}
              </a>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
