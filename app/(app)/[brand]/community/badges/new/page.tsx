import type { Metadata } from "next";
import { BrandPage } from "@/app/brand-page";
import { translatorFor } from "@/app/translator";
import { NewSeries } from "@/components/badge/new-series";
import { ManageFrame } from "@/components/community/manage-frame";
import { listTopicChoices } from "@/lib/server/member/list-topic-choices";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("badge"))("editor.newTitle") };
}

/** A badge that the brand does not give yet. */
export default async function NewBadgePage(props: PageProps<"/[brand]/community/badges/new">) {
  const { brand: brandSlug } = await props.params;
  const t = await translatorFor("badge");
  return (
    <BrandPage
      brandSlug={brandSlug}
      path="/community/badges/new"
      scope="people"
      messages={["community", "badge", "settings", "guard"]}
    >
      {async ({ member: { brandId }, brand }) => (
        <ManageFrame
          brandSlug={brand.slug}
          current="badges"
          title={t("editor.newTitle")}
          lead={t("editor.newLead")}
        >
          <NewSeries brandSlug={brand.slug} topics={await listTopicChoices({ brandId })} />
        </ManageFrame>
      )}
    </BrandPage>
  );
}
