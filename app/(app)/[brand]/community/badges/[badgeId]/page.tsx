import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BrandPage } from "@/app/brand-page";
import { requestLocale } from "@/app/request";
import { translatorFor } from "@/app/translator";
import { SeriesScreen } from "@/components/badge/series-screen";
import { ManageFrame } from "@/components/community/manage-frame";
import { listHolders } from "@/lib/server/badge/list-holders";
import { listSeries } from "@/lib/server/badge/list-series";
import { listTopicChoices } from "@/lib/server/member/list-topic-choices";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("badge"))("title") };
}

/** One series of badges: what it needs, what that would have given, who has it. */
export default async function BadgePage(props: PageProps<"/[brand]/community/badges/[badgeId]">) {
  const { brand: brandSlug, badgeId } = await props.params;
  const t = await translatorFor("badge");
  const locale = await requestLocale();
  return (
    <BrandPage
      brandSlug={brandSlug}
      path={`/community/badges/${badgeId}`}
      scope="people"
      messages={["community", "badge", "settings", "guard"]}
    >
      {async ({ member, brand }) => {
        const { brandId } = member;
        const series = (await listSeries({ brandId })).find(({ id }) => id === badgeId);
        if (!series) notFound();
        const [topics, holders] = await Promise.all([
          listTopicChoices({ brandId }),
          listHolders({ member, badgeId }),
        ]);
        return (
          <ManageFrame
            brandSlug={brand.slug}
            current="badges"
            title={series.names[locale]}
            lead={t("editor.lead")}
          >
            <SeriesScreen brandSlug={brand.slug} series={series} topics={topics} holders={holders} />
          </ManageFrame>
        );
      }}
    </BrandPage>
  );
}
