import type { Metadata } from "next";
import { SettingsPage } from "@/app/(app)/[brand]/settings/settings-page";
import { translatorFor } from "@/app/translator";
import { NewSiteForm } from "@/components/settings/new-site-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("settings"))("sites.newTitle") };
}

export default async function NewSitePage(props: PageProps<"/[brand]/settings/sites/new">) {
  const { brand: brandSlug } = await props.params;
  const t = await translatorFor("settings");
  return (
    <SettingsPage
      brandSlug={brandSlug}
      section="sites"
      path="/new"
      scope="administer"
      title={t("sites.newTitle")}
      lead={t("sites.newLead")}
    >
      {({ brand }) => <NewSiteForm brandSlug={brand.slug} brandName={brand.name} />}
    </SettingsPage>
  );
}
