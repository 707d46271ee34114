"use client";

import { ExternalLink } from "lucide-react";
import Link from "next/link";
import type { CSSProperties } from "react";
import { useFormatter, useLocale, useTranslations } from "use-intl";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { localeOf } from "@/lib/domain/locale";
import type { PublicAward, PublicProfileView } from "@/lib/domain/recognition/public-view";
import { badgeProps, metals } from "./badge-props";
import { OwnerFacts } from "./owner-facts";
import { Wall } from "./wall";
import "./community.css";

/** An owner as everybody may see him, in the order: who, what he says, numbers, badges, words. `isPreview`: nothing leads on. */
export function ProfilePage(props: {
  brand: { slug: string; name: string };
  owner: PublicProfileView;
  isPreview?: boolean;
}) {
  const { brand, owner, isPreview = false } = props;
  const t = useTranslations("recognition");
  const host = owner.site === null ? null : new URL(owner.site).host;
  const { presence } = owner;
  const [Heading, BlockHeading] = isPreview ? (["h3", "h4"] as const) : (["h1", "h2"] as const);
  return (
    <>
      <div className="com__hero">
        <Avatar
          kind="owner"
          initials={owner.initials}
          tint={owner.tint}
          picture={owner.pictureUrl}
          size={120}
          presence={presence ?? "away"}
          presenceLabel={t(`presence.${presence ?? "away"}`)}
        />
        <div className="com__lede min-w-0">
          <Heading className="com__title wrap-anywhere">{owner.name}</Heading>
          <OwnerFacts owner={owner} />
          {owner.line && (
            <p className="com__line" dir="auto">
              {t("quoted", { line: owner.line })}
            </p>
          )}
        </div>
        {host !== null && owner.site !== null && presence !== null && !isPreview && (
          <a className={buttonClass("secondary", "lg")} href={owner.site}>
            <Icon icon={ExternalLink} />
            {t("askOn", { host })}
          </a>
        )}
      </div>
      <Numbers owner={owner} />
      <Shelf brandSlug={brand.slug} owner={owner} isPreview={isPreview} />
      {owner.words.length > 0 && (
        <section className="com__block" aria-label={isPreview ? undefined : t("profile.words")}>
          <header>
            <BlockHeading className="t-head">{t("profile.words")}</BlockHeading>
            <p>{t("profile.wordsText")}</p>
          </header>
          <Wall brandSlug={brand.slug} words={owner.words} linked={false} />
        </section>
      )}
    </>
  );
}

function Numbers({ owner }: { owner: PublicProfileView }) {
  const t = useTranslations("recognition.numbers");
  const format = useFormatter();
  const first = owner.owns[0];
  const shown = [
    owner.helped !== null && { name: t("helped"), value: format.number(owner.helped) },
    owner.solved !== null && {
      name: t("solved", { count: owner.solved.of }),
      value: format.number(owner.solved.yes / owner.solved.of, { style: "percent" }),
    },
    owner.lasting !== null && { name: t("lasting"), value: t("outOf", owner.lasting) },
    first &&
      first.months > 0 && {
        name: t("owned", { product: first.product }),
        value: t("months", { count: first.months }),
      },
  ].filter((each) => each !== false && each !== undefined && each !== null) as {
    name: string;
    value: string;
  }[];
  if (shown.length === 0) return null;
  return (
    <dl className="com__numbers">
      {shown.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Shelf(props: { brandSlug: string; owner: PublicProfileView; isPreview: boolean }) {
  const { owner, brandSlug, isPreview } = props;
  const { badges, thankedFor } = owner;
  const t = useTranslations("recognition.profile");
  if (badges.length === 0 && thankedFor.length === 0)
    return <p className="muted pt-10">{t("nothingYet", { name: owner.name })}</p>;
  const Heading = isPreview ? "h4" : "h2";
  const label = badges.length > 0 ? t("badges") : t("thankedFor");
  return (
    // A preview is one region, inside of a page that has others of these names.
    <section className="com__block" aria-label={isPreview ? undefined : label}>
      {badges.length > 0 && (
        <header>
          <Heading className="t-head">{t("badges")}</Heading>
          <p>{t("badgesText")}</p>
        </header>
      )}
      <div className={badges.length > 0 && thankedFor.length > 0 ? "com__two" : "com__one"}>
        {badges.length > 0 && (
          <ul className="com__shelf">
            {badges.map((award) => (
              <li key={award.id}>
                <OneBadge
                  award={award}
                  href={isPreview ? null : `/community/${brandSlug}/${owner.slug}/${award.id}`}
                />
              </li>
            ))}
          </ul>
        )}
        {thankedFor.length > 0 && <ThankedFor topics={thankedFor} />}
      </div>
    </section>
  );
}

function OneBadge({ award: { badge }, href }: { award: PublicAward; href: string | null }) {
  const t = useTranslations("recognition");
  const locale = localeOf(useLocale());
  const drawn = (
    <>
      <Badge {...badgeProps(badge)} size={80} />
      <b>{badge.names[locale]}</b>
      <span className="meta">{t("badgeLevel", { family: badge.family, metal: metals[badge.level] })}</span>
    </>
  );
  return href === null ? (
    <span className="grid justify-items-center gap-[2px] text-center">{drawn}</span>
  ) : (
    <Link href={href}>{drawn}</Link>
  );
}

function ThankedFor({ topics }: { topics: PublicProfileView["thankedFor"] }) {
  const t = useTranslations("recognition.profile");
  const format = useFormatter();
  const locale = localeOf(useLocale());
  const most = Math.max(...topics.map(({ thanks }) => thanks));
  return (
    <div>
      <h3 className="t-body strong pb-3">{t("thankedFor")}</h3>
      <ul className="com__topics">
        {topics.map(({ names, thanks }) => (
          <li key={names.en}>
            <p>
              <span>{names[locale]}</span>
              <span className="num">{format.number(thanks)}</span>
            </p>
            <i aria-hidden="true" style={{ "--share": `${(thanks / most) * 100}%` } as CSSProperties} />
          </li>
        ))}
      </ul>
    </div>
  );
}
