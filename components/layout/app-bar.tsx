"use client";

import { Menu } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Logo } from "@/components/ui/logo";
import { AccountMenu, type Person } from "./account-menu";
import { currentItem } from "./current-item";

/** `count`: what waits behind it; nothing is shown for 0. `isCurrent` where the address alone does not tell. */
export type NavItem = { href: string; label: string; count?: number; isCurrent?: boolean };

/**
 * The bar of every app screen. On phones the navigation becomes a menu. `end` stands before the person's menu: a notice, a link.
 */
export function AppBar(props: {
  brandName?: string;
  nav?: readonly NavItem[];
  person: Person | null;
  end?: ReactNode;
}) {
  const t = useTranslations("ui");
  const nav = props.nav ?? [];
  const found = currentItem(
    usePathname(),
    nav.map((item) => item.href),
  );
  const current = nav.find((item) => item.isCurrent)?.href ?? found;
  return (
    <header className="bar">
      <Link className="brand" href="/">
        <Logo />
        {t("productName")}
        {props.brandName && <small>{props.brandName}</small>}
      </Link>
      {nav.length > 0 && (
        <nav aria-label={t("mainNavigation")}>
          {nav.map((item) => (
            <Link key={item.href} href={item.href} aria-current={item.href === current ? "page" : undefined}>
              {item.label}
              {item.count ? <span className="tab__count">{item.count}</span> : null}
            </Link>
          ))}
        </nav>
      )}
      <div className="bar__end">
        {props.end}
        {nav.length > 0 && (
          <DropdownMenu.Root modal={false}>
            <DropdownMenu.Trigger
              className={buttonClass("quiet", "md", "btn--icon bar__menu")}
              aria-label={t("mainNavigation")}
            >
              <Icon icon={Menu} />
            </DropdownMenu.Trigger>
            <DropdownMenu.Portal>
              <DropdownMenu.Content className="menu" align="end" sideOffset={8} collisionPadding={16}>
                {nav.map((item) => (
                  <DropdownMenu.Item key={item.href} asChild className="menu__item">
                    <Link href={item.href} aria-current={item.href === current ? "page" : undefined}>
                      {item.label}
                      {item.count ? <span className="tab__count">{item.count}</span> : null}
                    </Link>
                  </DropdownMenu.Item>
                ))}
              </DropdownMenu.Content>
            </DropdownMenu.Portal>
          </DropdownMenu.Root>
        )}
        <AccountMenu person={props.person} />
      </div>
    </header>
  );
}
