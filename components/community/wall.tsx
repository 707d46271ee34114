"use client";

import { Heart } from "lucide-react";
import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "use-intl";
import { Avatar } from "@/components/ui/avatar";
import { Empty } from "@/components/ui/empty";
import { localeOf } from "@/lib/domain/locale";
import type { WallThanks } from "@/lib/domain/recognition/public-view";
import "./community.css";

/** Short words may stand large, as long as few do. */
const largest = 70;
const mostLarge = 2;

/** The page of words that visitors let everybody read, newest first. */
export function WallPage(props: { brand: { slug: string; name: string }; words: readonly WallThanks[] }) {
  const { brand, words } = props;
  const t = useTranslations("recognition.wall");
  return (
    <>
      <div className="com__intro">
        <h1 className="com__title text-balance">{t("title")}</h1>
        <p className="t-lead muted max-w-[36em]">{t("lead", { brand: brand.name })}</p>
      </div>
      {words.length === 0 ? (
        <Empty icon={Heart} title={t("none")}>
          {t("noneText")}
        </Empty>
      ) : (
        <Wall brandSlug={brand.slug} words={words} />
      )}
    </>
  );
}

/** Words of thanks in columns. `linked`: to whom they went is a way to his page. */
export function Wall(props: { brandSlug: string; words: readonly WallThanks[]; linked?: boolean }) {
  const { words, brandSlug, linked = true } = props;
  const large = new Set(
    words
      .filter((each) => each.words.length <= largest)
      .slice(0, mostLarge)
      .map(({ id }) => id),
  );
  return (
    <ul className="com__wall">
      {words.map((each) => (
        <Thank
          key={each.id}
          thanks={each}
          isLarge={large.has(each.id)}
          href={linked && each.to ? `/community/${brandSlug}/${each.to.slug}` : null}
        />
      ))}
    </ul>
  );
}

function Thank(props: { thanks: WallThanks; isLarge: boolean; href: string | null }) {
  const { thanks, href } = props;
  const { to, topic } = thanks;
  const t = useTranslations("recognition.wall");
  const format = useFormatter();
  const locale = localeOf(useLocale());
  const from = thanks.from ?? t("someone");
  const day = format.dateTime(new Date(thanks.thankedAt), { dateStyle: "medium" });
  return (
    <li className={`com__thank${props.isLarge ? " com__thank--big" : ""}`}>
      <p lang={thanks.language} dir="auto">
        {thanks.words}
      </p>
      <footer>
        <span className="com__pair">
          <Avatar kind="visitor" name={from} size={32} />
          {to && (
            <Avatar kind="owner" initials={to.initials} tint={to.tint} picture={to.pictureUrl} size={32} />
          )}
        </span>
        <span>
          {to ? (
            href ? (
              <>
                {t("fromTo", { from })}{" "}
                <Link className="underline" href={href}>
                  {to.name}
                </Link>
              </>
            ) : (
              `${t("fromTo", { from })} ${to.name}`
            )
          ) : (
            t("fromSomebody", { from })
          )}
          <span className="meta">{topic ? `${day} · ${topic[locale]}` : day}</span>
        </span>
      </footer>
    </li>
  );
}
