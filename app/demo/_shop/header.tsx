import Link from "next/link";
import { AccountLink } from "@/app/demo/_account/account-link";
import type { Customer } from "@/app/demo/_account/customers";
import { CartLink } from "@/app/demo/_cart/cart-link";
import { type Locale, locales } from "@/lib/domain/locale";
import { at } from "./address";
import { NavLink } from "./nav-link";
import type { Translate } from "./text";

// Names of languages are written in the language itself.
const LANGUAGE_NAMES: Record<Locale, string> = { en: "English", fr: "Français" };

type Props = { language: Locale; t: Translate; customer: Customer | null };

/** Notice, language switch, wordmark, menu, account, basket. */
export function Header({ language, t, customer }: Props) {
  return (
    <header>
      <div className="notice">
        <div className="wrap">
          <p>{t("site.notice")}</p>
          <nav className="languages" aria-label={t("site.language")}>
            {locales.map((other) => (
              // A plain link: the whole document changes its language.
              <a
                key={other}
                href={`?lang=${other}`}
                lang={other}
                hrefLang={other}
                aria-current={other === language ? "true" : undefined}
              >
                {LANGUAGE_NAMES[other]}
              </a>
            ))}
          </nav>
        </div>
      </div>
      <div className="header">
        <div className="wrap">
          <Link className="wordmark" href={at.home} aria-label={t("site.homeLink")}>
            <svg viewBox="0 0 22 30" aria-hidden="true">
              <path
                d="M14 0L1 17h8L7 30l14-18h-8z"
                fill="var(--volt)"
                stroke="var(--ink)"
                strokeWidth="1.5"
              />
            </svg>
            Volt & Vélo
          </Link>
          <nav className="menu" aria-label={t("site.navLabel")}>
            <NavLink href={at.category("city-bikes")}>{t("site.city")}</NavLink>
            <NavLink href={at.category("cargo-bikes")}>{t("site.cargo")}</NavLink>
            <NavLink href={at.category("touring-bikes")}>{t("site.touring")}</NavLink>
            <NavLink href={at.category("accessories")}>{t("site.accessories")}</NavLink>
            <NavLink href={at.care}>{t("site.care")}</NavLink>
            <NavLink href={at.contact}>{t("site.contact")}</NavLink>
          </nav>
          <AccountLink customer={customer} t={t} />
          <CartLink />
        </div>
      </div>
    </header>
  );
}
