"use client";

import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { localeOf } from "@/lib/domain/locale";
import type { BadgeMark } from "@/lib/domain/member/view";
import { badgeProps, metals } from "./badge-props";
import "./community.css";

/** One badge of one owner: what it is, what it stands for, and where a record of it can be checked. */
export function AwardPage(props: {
  brand: { slug: string; name: string };
  award: { badge: BadgeMark; awardedAt: string; owner: string; slug: string; count: number };
}) {
  const { brand, award } = props;
  const { badge } = award;
  const t = useTranslations("recognition");
  const format = useFormatter();
  const locale = localeOf(useLocale());
  return (
    <div className="com__award">
      <Badge {...badgeProps(badge)} size={80} />
      <div className="grid gap-4">
        <h1 className="com__title text-balance">{badge.names[locale]}</h1>
        <p className="muted">{t("badgeLevel", { family: badge.family, metal: metals[badge.level] })}</p>
        <p className="t-lead max-w-[36em]">
          {t("award.lead", {
            name: award.owner,
            brand: brand.name,
            date: format.dateTime(new Date(award.awardedAt), { dateStyle: "long" }),
          })}{" "}
          {t("award.evidence", { count: award.count })}
        </p>
        <p className="muted max-w-[36em]">{t("award.rules", { brand: brand.name })}</p>
        <p className="flex flex-wrap gap-x-6 gap-y-2">
          <Link className="underline" href={`/community/${brand.slug}/${award.slug}`}>
            {t("award.by", { name: award.owner })}
          </Link>
          <Link className="underline" href={`/community/${brand.slug}/verify`}>
            {t("award.check")}
          </Link>
        </p>
      </div>
    </div>
  );
}
