"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { PresenceDot } from "@/components/ui/avatar";
import { currentItem } from "./current-item";

export type TabBarItem = {
  href: string;
  label: string;
  /** An `<Icon>`. */
  icon: ReactNode;
  /** Something waits there, in words for screen readers; a dot shows it. */
  news?: string;
};

/** The navigation of phones and tablets (below 1000 px): at most five places at the foot of the screen. */
export function TabBar(props: { items: readonly TabBarItem[] }) {
  const t = useTranslations("ui");
  const current = currentItem(
    usePathname(),
    props.items.map((item) => item.href),
  );
  return (
    <nav className="tabbar" aria-label={t("mobileNavigation")}>
      {props.items.map((item) => (
        <Link key={item.href} href={item.href} aria-current={item.href === current ? "page" : undefined}>
          {item.icon}
          {item.label}
          {item.news && (
            <>
              <PresenceDot presence="free" inline />
              <span className="sr">{item.news}</span>
            </>
          )}
        </Link>
      ))}
    </nav>
  );
}
