"use client";

import { ArrowRight, Globe } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { Tag } from "@/components/ui/chip";
import { Empty } from "@/components/ui/empty";
import { Icon } from "@/components/ui/icon";
import { showError, showToast } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import type { RemovedSite, SiteSettings } from "@/lib/domain/site/settings-schema";
import { settingsRequests } from "./requests";
import { sectionHref } from "./sections";

/** The brand's sites, each leading to its page, and those that can be brought back. */
export function SiteList(props: {
  brandSlug: string;
  sites: readonly SiteSettings[];
  removed: readonly RemovedSite[];
  isAdmin: boolean;
}) {
  const { brandSlug, sites, removed, isAdmin } = props;
  const t = useTranslations("settings.sites");
  const href = sectionHref(brandSlug, "sites");
  const add = (
    <Link href={`${href}/new`} className={buttonClass("primary", "md", "justify-self-start")}>
      {t("add")}
    </Link>
  );
  if (sites.length === 0 && removed.length === 0)
    return (
      <Empty icon={Globe} title={t("none")} action={isAdmin && add}>
        {t("noneText")}
      </Empty>
    );
  return (
    <>
      <ul className="set__list-plain">
        {sites.map(({ id, name, allowedOrigins, installedAt }) => (
          <li key={id}>
            <Link href={`${href}/${id}`} className="set__item no-underline hover:bg-sunk">
              <span className="set__grow">
                <b>{name}</b>
                <span className="muted">{allowedOrigins.join(", ")}</span>
              </span>
              <Tag tone={installedAt ? "green" : "amber"}>
                {t(installedAt ? "installed" : "notInstalled")}
              </Tag>
              <Icon icon={ArrowRight} />
            </Link>
          </li>
        ))}
      </ul>
      {isAdmin && add}
      {removed.length > 0 && (
        <section className="set__part">
          <h2>{t("removedTitle")}</h2>
          <ul className="set__list-plain">
            {removed.map((site) => (
              <Removed key={site.id} brandSlug={brandSlug} site={site} isAdmin={isAdmin} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Removed(props: { brandSlug: string; site: RemovedSite; isAdmin: boolean }) {
  const { id, name, removedAt, until } = props.site;
  const t = useTranslations("settings.sites");
  const format = useFormatter();
  const errorText = useErrorText();
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const day = (at: string) => format.dateTime(new Date(at), { day: "numeric", month: "long" });
  const bringBack = async () => {
    setBusy(true);
    try {
      await settingsRequests(props.brandSlug).restoreSite(id);
      showToast(t("broughtBack", { name }));
      router.refresh();
    } catch (error) {
      showError(errorText(error));
      setBusy(false);
    }
  };
  return (
    <li className="set__item">
      <span className="set__grow">
        <b>{name}</b>
        <span className="muted">{t("removedUntil", { date: day(removedAt), until: day(until) })}</span>
      </span>
      {props.isAdmin && (
        <Button
          size="sm"
          busy={isBusy}
          aria-label={t("bringBackOf", { name })}
          onClick={() => void bringBack()}
        >
          {t("bringBack")}
        </Button>
      )}
    </li>
  );
}
