import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { SettingsPage } from "@/app/(app)/[brand]/settings/settings-page";
import { translatorFor } from "@/app/translator";
import { RemoveSite } from "@/components/settings/remove-site";
import { sectionHref } from "@/components/settings/sections";
import { SiteRoom } from "@/components/settings/site-room";
import { SiteSecret } from "@/components/settings/site-secret";
import { Banner } from "@/components/ui/banner";
import { isAppError } from "@/lib/domain/error";
import type { Locale } from "@/lib/domain/locale";
import { can } from "@/lib/domain/permission/permission";
import { snippetOf } from "@/lib/domain/site/snippet";
import type { MemberActor } from "@/lib/server/account/actor";
import { getBrand } from "@/lib/server/brand/get-brand";
import { env } from "@/lib/server/env";
import { getSiteSettings } from "@/lib/server/site/get-site-settings";
import { launcherWords } from "@/lib/server/site/launcher-words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("settings"))("sections.sites.title") };
}

/** The button's first line, and how it is made of a brand's own word. */
const ask = (locale: Locale) => ({
  own: launcherWords(locale, null).askOwner,
  as: launcherWords(locale, "{word}").askOwner,
});

const readSite = cache(async (member: MemberActor, siteId: string) => {
  try {
    return await getSiteSettings({ member, siteId });
  } catch (error) {
    if (isAppError(error) && error.code === "NOT_FOUND") notFound();
    throw error;
  }
});

/** One site: is it installed, how it is set, its secret, and its end. */
export default async function SitePage(props: PageProps<"/[brand]/settings/sites/[siteId]">) {
  const { brand: brandSlug, siteId } = await props.params;
  const t = await translatorFor("settings");
  return (
    <SettingsPage
      brandSlug={brandSlug}
      section="sites"
      path={`/${siteId}`}
      title={async ({ member }) => (await readSite(member, siteId)).name}
      lead=""
    >
      {async ({ member, brand }) => {
        const [site, { languages }] = await Promise.all([readSite(member, siteId), getBrand({ member })]);
        const { origin } = new URL(env().NEXTAUTH_URL);
        const isAdmin = can(member.role, "administer");
        const place = { brandSlug: brand.slug, siteId, name: site.name };
        return (
          <>
            <Link href={sectionHref(brand.slug, "sites")} className="muted -mt-4 justify-self-start">
              {t("sites.all")}
            </Link>
            {!isAdmin && <Banner>{t("onlyAdmins")}</Banner>}
            <SiteRoom
              brandSlug={brand.slug}
              site={site}
              snippet={snippetOf({ origin, publicKey: site.publicKey })}
              languages={languages}
              ask={{ en: ask("en"), fr: ask("fr") }}
              isAdmin={isAdmin}
            />
            {isAdmin && <SiteSecret {...place} />}
            {isAdmin && <RemoveSite {...place} />}
          </>
        );
      }}
    </SettingsPage>
  );
}
