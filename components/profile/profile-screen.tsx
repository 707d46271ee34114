"use client";

import Link from "next/link";
import { type ReactNode, useId, useMemo, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Shelf } from "@/components/badge/shelf";
import type { Shelf as ShelfView } from "@/lib/domain/badge/view";
import { localeOf } from "@/lib/domain/locale";
import type { PastChats as Page, ProfileView } from "@/lib/domain/member/profile-view";
import type { OwnedList as Owned } from "@/lib/domain/ownership/view";
import type { PublicChoice as Choice, PublicAward } from "@/lib/domain/recognition/public-view";
import type { OwnWords as Words } from "@/lib/domain/recognition/words-view";
import { AboutForm } from "./about-form";
import { Leaving } from "./leaving";
import { MailChoices } from "./mail-choices";
import { OwnRecords } from "./own-records";
import { OwnWords } from "./own-words";
import { OwnedList } from "./owned-list";
import { PastChats } from "./past-chats";
import { PictureField } from "./picture-field";
import { ProfileContext, useProfile } from "./profile-context";
import { profileRequests } from "./profile-requests";
import { PublicChoice } from "./public-choice";

/** A member's own page in a brand. */
export function ProfileScreen(props: {
  brand: { slug: string; name: string };
  initial: ProfileView;
  chats: Page;
  owned: Owned;
  words: Words;
  shelf: ShelfView;
  awards: readonly PublicAward[];
  /** Whether records of them can be taken along. */
  givesRecords: boolean;
  /** Null for staff, who have no public page. */
  choice: Choice | null;
}) {
  const { brand, chats } = props;
  const known = useTranslations("recognition.sections");
  const t = useTranslations("profile");
  const [profile, setProfile] = useState(props.initial);
  const requests = useMemo(() => profileRequests(brand.slug), [brand.slug]);
  return (
    <ProfileContext value={{ brand, profile, setProfile, requests }}>
      <main
        id="main"
        className="mx-auto grid max-w-[720px] content-start gap-10 px-4 py-8 bar:px-8 bar:py-12"
      >
        <div className="grid gap-2">
          <h1 className="t-page">{t("title")}</h1>
          <p className="t-lead muted">{t("lead", { role: t(`role.${profile.role}`), brand: brand.name })}</p>
        </div>
        <Section title={t("sections.picture")}>
          <PictureField />
        </Section>
        <Section title={t("sections.about")}>
          <AboutForm />
        </Section>
        <Section title={t("sections.brand", { brand: brand.name })}>
          <Decided />
        </Section>
        <Section title={known("owned")}>
          <OwnedList brand={brand} initial={props.owned} />
        </Section>
        {props.choice && (
          <Section title={known("choice")}>
            <PublicChoice brand={brand} initial={props.choice} />
          </Section>
        )}
        <Section title={t("sections.badges")}>
          <Shelf shelf={props.shelf} />
        </Section>
        <Section title={known("words")}>
          <OwnWords brandSlug={brand.slug} initial={props.words} />
        </Section>
        {props.givesRecords && (
          <Section title={known("record")}>
            <OwnRecords
              brandSlug={brand.slug}
              awards={props.awards}
              page={props.choice?.isPublic ? `/community/${brand.slug}/${props.choice.page.slug}` : null}
            />
          </Section>
        )}
        <Section title={t("sections.time")}>
          <p className="muted">
            {t("time.text")}{" "}
            <Link href={`/${brand.slug}/profile/availability`} className="underline">
              {t("time.open")}
            </Link>
          </p>
        </Section>
        <Section title={t("sections.mails")}>
          <MailChoices />
        </Section>
        <Section title={t("sections.past")}>
          <PastChats
            brandSlug={brand.slug}
            initial={{ ...chats, chats: chats.chats.slice(0, 3), next: null }}
          />
          {(chats.chats.length > 3 || chats.next) && (
            <p>
              <Link href={`/${brand.slug}/profile/chats`} className="underline">
                {t("past.all")}
              </Link>
            </p>
          )}
        </Section>
        <Section title={t("sections.leave")}>
          <Leaving />
        </Section>
      </main>
    </ProfileContext>
  );
}

/** What is the brand's to decide. */
function Decided() {
  const { profile } = useProfile();
  const t = useTranslations("profile");
  const locale = localeOf(useLocale());
  const topics =
    profile.kind === "staff"
      ? t("brand.allTopics")
      : profile.topics.map((names) => names[locale]).join(", ") || t("brand.noTopics");
  const lines = [
    [t("brand.topics"), topics],
    [t("brand.capacity"), `${profile.mayTake}`],
    [t("brand.email"), profile.email],
  ] as const;
  return (
    <dl className="grid gap-3">
      {lines.map(([term, value]) => (
        <div key={term} className="grid gap-1 bar:grid-cols-[220px_minmax(0,1fr)]">
          <dt className="muted">{term}</dt>
          <dd className="wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Section(props: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-5 border-t border-line pt-6">
      <h2 id={id} className="t-title">
        {props.title}
      </h2>
      {props.children}
    </section>
  );
}
