import type { Metadata } from "next";
import Link from "next/link";
import { BrandPage } from "@/app/brand-page";
import { translatorFor } from "@/app/translator";
import { SeriesList } from "@/components/badge/series-list";
import { ManageFrame } from "@/components/community/manage-frame";
import { buttonClass } from "@/components/ui/button";
import { listSeries } from "@/lib/server/badge/list-series";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("badge"))("title") };
}

/** What a brand's experts can earn. */
export default async function BadgesPage(props: PageProps<"/[brand]/community/badges">) {
  const { brand: brandSlug } = await props.params;
  const t = await translatorFor("badge");
  return (
    <BrandPage
      brandSlug={brandSlug}
      path="/community/badges"
      scope="people"
      messages={["community", "badge"]}
    >
      {async ({ member: { brandId }, brand }) => (
        <ManageFrame
          brandSlug={brand.slug}
          current="badges"
          title={t("title")}
          lead={t("lead")}
          action={
            <Link href={`/${brand.slug}/community/badges/new`} className={buttonClass("primary")}>
              {t("add")}
            </Link>
          }
        >
          <SeriesList brandSlug={brand.slug} series={await listSeries({ brandId })} />
        </ManageFrame>
      )}
    </BrandPage>
  );
}
