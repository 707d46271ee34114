import type { Metadata } from "next";
import Link from "next/link";
import { SettingsPage } from "@/app/(app)/[brand]/settings/settings-page";
import { translatorFor } from "@/app/translator";
import { CloseBrand } from "@/components/settings/close-brand";
import { sectionHref } from "@/components/settings/sections";
import { buttonClass } from "@/components/ui/button";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("settings"))("sections.danger.title") };
}

export default async function DangerPage(props: PageProps<"/[brand]/settings/danger">) {
  const { brand: brandSlug } = await props.params;
  const t = await translatorFor("settings");
  return (
    <SettingsPage brandSlug={brandSlug} section="danger" scope="administer">
      {({ brand }) => (
        <>
          <section className="set__part">
            <h2>{t("danger.sites")}</h2>
            <p className="muted">{t("danger.sitesText")}</p>
            <Link
              href={sectionHref(brand.slug, "sites")}
              className={buttonClass("secondary", "md", "justify-self-start")}
            >
              {t("danger.sitesOpen")}
            </Link>
          </section>
          <CloseBrand brandSlug={brand.slug} name={brand.name} />
        </>
      )}
    </SettingsPage>
  );
}
