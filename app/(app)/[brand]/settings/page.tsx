import { ArrowRight } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { translatorFor } from "@/app/translator";
import { Guide } from "@/components/settings/guide";
import { sectionHref, sections } from "@/components/settings/sections";
import { Icon } from "@/components/ui/icon";
import { can } from "@/lib/domain/permission/permission";
import { getGuide } from "@/lib/server/brand/get-guide";
import { now } from "@/lib/server/clock";
import { listSites } from "@/lib/server/site/list-sites";
import { SettingsPage } from "./settings-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("settings"))("title") };
}

/** Where the brand stands, and every section with what it is for. */
export default async function OverviewPage(props: PageProps<"/[brand]/settings">) {
  const { brand: brandSlug } = await props.params;
  const t = await translatorFor("settings");
  return (
    <SettingsPage brandSlug={brandSlug} section="start">
      {async ({ member, brand }) => {
        const [guide, { sites }] = await Promise.all([
          getGuide({ member }),
          listSites({ member, now: now() }),
        ]);
        const waiting = sites.find(({ installedAt }) => !installedAt) ?? sites[0];
        const sitesHref = sectionHref(brand.slug, "sites");
        const isAdmin = can(member.role, "administer");
        return (
          <>
            {guide.isShown && (
              <Guide
                brandSlug={brand.slug}
                guide={guide}
                installHref={waiting ? `${sitesHref}/${waiting.id}` : `${sitesHref}/new`}
              />
            )}
            <ul className="set__list-plain">
              {sections
                .filter(({ section, adminOnly }) => section !== "start" && (isAdmin || !adminOnly))
                .map(({ section }) => (
                  <li key={section}>
                    <Link
                      href={sectionHref(brand.slug, section)}
                      className="set__item no-underline hover:bg-sunk"
                    >
                      <span className="set__grow">
                        <b>{t(`sections.${section}.title`)}</b>
                        <span className="muted">{t(`sections.${section}.lead`)}</span>
                      </span>
                      <Icon icon={ArrowRight} />
                    </Link>
                  </li>
                ))}
            </ul>
          </>
        );
      }}
    </SettingsPage>
  );
}
