"use client";

import { ChevronDown } from "lucide-react";
import Link from "next/link";
import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { type Section, sectionHref, sections } from "./sections";
import "./settings.css";

/** A page of settings beside the list of its sections; on phones the list is a menu above the page. */
export function SettingsFrame(props: {
  brandSlug: string;
  isAdmin: boolean;
  section: Section;
  title: ReactNode;
  lead?: ReactNode;
  children: ReactNode;
}) {
  const { brandSlug, section } = props;
  const t = useTranslations("settings");
  const items = sections
    .filter(({ adminOnly }) => props.isAdmin || !adminOnly)
    .map((item) => ({
      href: sectionHref(brandSlug, item.section),
      label: t(`sections.${item.section}.title`),
      isCurrent: item.section === section,
    }));
  return (
    <div className="set">
      <nav className="set__list" aria-label={t("navigation")}>
        {items.map(({ href, label, isCurrent }) => (
          <Link key={href} href={href} aria-current={isCurrent ? "page" : undefined}>
            {label}
          </Link>
        ))}
      </nav>
      <div className="set__menu">
        <DropdownMenu.Root modal={false}>
          <DropdownMenu.Trigger className={buttonClass("secondary", "md", "w-full justify-between!")}>
            <span>
              <span className="sr">{t("navigation")}: </span>
              {t(`sections.${section}.title`)}
            </span>
            <Icon icon={ChevronDown} size={16} />
          </DropdownMenu.Trigger>
          <DropdownMenu.Portal>
            <DropdownMenu.Content className="menu" align="start" sideOffset={8} collisionPadding={16}>
              {items.map(({ href, label, isCurrent }) => (
                <DropdownMenu.Item key={href} asChild className="menu__item">
                  <Link href={href} aria-current={isCurrent ? "page" : undefined}>
                    {label}
                  </Link>
                </DropdownMenu.Item>
              ))}
            </DropdownMenu.Content>
          </DropdownMenu.Portal>
        </DropdownMenu.Root>
      </div>
      <main id="main" className="set__page">
        <div className="grid gap-2">
          <h1 className="t-head">{props.title}</h1>
          {props.lead && <p className="muted max-w-[60ch]">{props.lead}</p>}
        </div>
        {props.children}
      </main>
    </div>
  );
}
