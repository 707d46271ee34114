"use client";

import { Check, Settings2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { DropdownMenu } from "radix-ui";
import { type ReactNode, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Avatar, type AvatarKind } from "@/components/ui/avatar";
import { Icon } from "@/components/ui/icon";
import { rememberPreference } from "@/lib/client/preference";
import { chooseTheme, currentTheme, type Theme } from "@/lib/client/theme";

export type Person = {
  id: string;
  name: string;
  email?: string;
  /** Owners are round, staff are square. */
  kind: AvatarKind;
  picture?: string | null;
  /** His own page, inside a brand. */
  profileHref?: string;
  /** His brands, where there are several to go between; the one of this page is current. */
  brands?: readonly { href: string; name: string; isCurrent: boolean }[];
  /** Where he creates a brand, if he may. */
  newBrandHref?: string;
};

// Each language is named in itself, so that whoever needs it can read it.
const LANGUAGES = [
  { value: "en", label: "English" },
  { value: "fr", label: "Français" },
];

/** Language, theme, and signing out; for strangers (`person` null) the first two and the way in. */
export function AccountMenu(props: { person: Person | null }) {
  const { person } = props;
  const t = useTranslations("ui.menu");
  const locale = useLocale();
  const router = useRouter();
  const [theme, setTheme] = useState<Theme>("system");
  const themes: { value: Theme; label: string }[] = [
    { value: "system", label: t("themeSystem") },
    { value: "light", label: t("themeLight") },
    { value: "dark", label: t("themeDark") },
  ];
  return (
    <DropdownMenu.Root modal={false} onOpenChange={(open) => open && setTheme(currentTheme())}>
      <DropdownMenu.Trigger className="bar__account">
        <span className="sr">{person ? t("accountOf", { name: person.name }) : t("preferences")}</span>
        {person ? (
          <Avatar kind={person.kind} id={person.id} name={person.name} picture={person.picture} size={32} />
        ) : (
          <Icon icon={Settings2} />
        )}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={8} collisionPadding={16}>
          {person && (
            <div className="menu__who">
              <b>{person.name}</b>
              {person.email && <span className="meta">{person.email}</span>}
            </div>
          )}
          {person?.profileHref && (
            <>
              <Go href={person.profileHref}>{t("profile")}</Go>
              <div className="menu__line" />
            </>
          )}
          {person && <Brands person={person} />}
          <Choice
            label={t("language")}
            value={locale}
            options={LANGUAGES}
            onValue={(value) => {
              rememberPreference("locale", value);
              router.refresh();
            }}
          />
          <div className="menu__line" />
          <Choice
            label={t("theme")}
            value={theme}
            options={themes}
            onValue={(value) => {
              const chosen = themes.find((option) => option.value === value)?.value ?? "system";
              setTheme(chosen);
              chooseTheme(chosen);
            }}
          />
          <div className="menu__line" />
          <Go href={person ? "/sign-out" : "/sign-in"}>{person ? t("signOut") : t("signIn")}</Go>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** The way to his other brands, and to a new one. */
function Brands(props: { person: Person }) {
  const { brands = [], newBrandHref } = props.person;
  const t = useTranslations("ui.menu");
  const isSeveral = brands.length > 1;
  if (!isSeveral && !newBrandHref) return null;
  return (
    <>
      <DropdownMenu.Group aria-label={t("brands")}>
        {isSeveral && <DropdownMenu.Label className="menu__label">{t("brands")}</DropdownMenu.Label>}
        {isSeveral &&
          brands.map(({ href, name, isCurrent }) => (
            <DropdownMenu.Item key={href} asChild className="menu__item">
              <a href={href} aria-current={isCurrent ? "true" : undefined}>
                {name}
                {isCurrent && <Check className="i i-16" aria-hidden="true" />}
              </a>
            </DropdownMenu.Item>
          ))}
        {newBrandHref && <Go href={newBrandHref}>{t("newBrand")}</Go>}
      </DropdownMenu.Group>
      <div className="menu__line" />
    </>
  );
}

function Choice(props: {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onValue: (value: string) => void;
}) {
  return (
    <DropdownMenu.RadioGroup value={props.value} onValueChange={props.onValue} aria-label={props.label}>
      <DropdownMenu.Label className="menu__label">{props.label}</DropdownMenu.Label>
      {props.options.map((option) => (
        <DropdownMenu.RadioItem
          key={option.value}
          value={option.value}
          className="menu__item"
          // Choosing keeps the menu open: people try a theme before they settle.
          onSelect={(event) => event.preventDefault()}
        >
          {option.label}
          <DropdownMenu.ItemIndicator asChild>
            <Check className="i i-16" aria-hidden="true" />
          </DropdownMenu.ItemIndicator>
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}

function Go(props: { href: string; children: ReactNode }) {
  return (
    <DropdownMenu.Item asChild className="menu__item">
      <a href={props.href}>{props.children}</a>
    </DropdownMenu.Item>
  );
}
