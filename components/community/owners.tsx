"use client";

import { Users } from "lucide-react";
import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "use-intl";
import { Avatar } from "@/components/ui/avatar";
import { buttonClass } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { localeOf } from "@/lib/domain/locale";
import type { OwnerCard } from "@/lib/domain/recognition/public-view";
import { OwnerFacts } from "./owner-facts";
import "./community.css";

/** The owners who want to be seen. Who is here comes first; beyond that the order is another one each day. */
export function Owners(props: { brand: { slug: string; name: string }; owners: readonly OwnerCard[] }) {
  const { brand, owners } = props;
  const t = useTranslations("recognition.owners");
  const here = owners.filter(({ presence }) => presence !== null).length;
  return (
    <>
      <div className="com__intro">
        <h1 className="com__title text-balance">{t("title", { brand: brand.name })}</h1>
        <p className="t-lead muted max-w-[36em]">{t("lead", { brand: brand.name })}</p>
      </div>
      {owners.length === 0 ? (
        <Empty
          icon={Users}
          title={t("none")}
          action={
            <Link className={buttonClass("secondary")} href={`/community/${brand.slug}/join`}>
              {t("join")}
            </Link>
          }
        >
          {t("noneText")}
        </Empty>
      ) : (
        <>
          <p className="meta pb-3">{t("order", { count: owners.length, here })}</p>
          <ul className="com__owners">
            {owners.map((owner) => (
              <li key={owner.slug}>
                <Owner owner={owner} href={`/community/${brand.slug}/${owner.slug}`} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Owner({ owner, href }: { owner: OwnerCard; href: string }) {
  const t = useTranslations("recognition");
  const format = useFormatter();
  const locale = localeOf(useLocale());
  const { presence } = owner;
  return (
    <Link className="com__owner" href={href}>
      <Avatar
        kind="owner"
        initials={owner.initials}
        tint={owner.tint}
        picture={owner.pictureUrl}
        size={64}
        presence={presence ?? "away"}
        presenceLabel={t(`presence.${presence ?? "away"}`)}
      />
      <div className="grid min-w-0 gap-2">
        <h2>{owner.name}</h2>
        {owner.line && (
          <p className="wrap-anywhere" dir="auto">
            {owner.line}
          </p>
        )}
        <OwnerFacts owner={owner} />
        {owner.topics.length > 0 && (
          <p className="meta">
            {t("owners.knows", {
              topics: format.list(
                owner.topics.map((names) => names[locale]),
                { type: "unit" },
              ),
            })}
          </p>
        )}
      </div>
    </Link>
  );
}
