import type { Metadata } from "next";
import { SettingsPage } from "@/app/(app)/[brand]/settings/settings-page";
import { translatorFor } from "@/app/translator";
import { SiteList } from "@/components/settings/site-list";
import { can } from "@/lib/domain/permission/permission";
import { now } from "@/lib/server/clock";
import { listSites } from "@/lib/server/site/list-sites";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("settings"))("sections.sites.title") };
}

export default async function SitesPage(props: PageProps<"/[brand]/settings/sites">) {
  const { brand: brandSlug } = await props.params;
  return (
    <SettingsPage brandSlug={brandSlug} section="sites">
      {async ({ member, brand }) => (
        <SiteList
          brandSlug={brand.slug}
          isAdmin={can(member.role, "administer")}
          {...(await listSites({ member, now: now() }))}
        />
      )}
    </SettingsPage>
  );
}
