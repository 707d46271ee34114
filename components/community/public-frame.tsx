"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Person } from "@/components/layout/account-menu";
import { AppBar } from "@/components/layout/app-bar";
import { buttonClass } from "@/components/ui/button";

/** The public pages of a community, in the bar's order; each adds its line. */
const publicTabs = [
  { id: "owners", path: "" },
  { id: "thanks", path: "/thanks" },
  { id: "join", path: "/join" },
] as const;

export type PublicTab = (typeof publicTabs)[number]["id"];

/** The frame of a community's public pages: the bar, the page, and who the experts are. Needs the texts of `community`. */
export function PublicFrame(props: {
  /** Of a brand that keeps its community to itself the frame names no other page. */
  brand: { slug: string; name: string; isPublic: boolean };
  current: PublicTab;
  /** Who is signed in, or null. */
  person: Person | null;
  children: ReactNode;
}) {
  const { brand, current, person } = props;
  const t = useTranslations("community.public");
  const tabs = publicTabs.map(({ id, path }) => ({
    href: `/community/${brand.slug}${path}`,
    label: t(`tabs.${id}`),
    isCurrent: id === current,
  }));
  const nav = brand.isPublic ? tabs : [];
  return (
    <>
      <AppBar
        brandName={brand.name}
        nav={nav}
        person={person}
        end={
          !person && (
            <Link className={buttonClass("quiet")} href="/sign-in">
              {t("signIn")}
            </Link>
          )
        }
      />
      <main id="main" className="mx-auto w-full max-w-[1120px] px-4 bar:px-8">
        {props.children}
      </main>
      <footer className="mx-auto mt-16 flex w-full max-w-[1120px] flex-wrap justify-between gap-x-6 gap-y-2 px-4 pt-8 pb-12 text-ink-3 bar:px-8">
        <span>{t("unpaid", { brand: brand.name })}</span>
        <span>{t("free")}</span>
      </footer>
    </>
  );
}
