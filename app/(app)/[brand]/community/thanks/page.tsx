import type { Metadata } from "next";
import { BrandPage } from "@/app/brand-page";
import { translatorFor } from "@/app/translator";
import { ManageFrame } from "@/components/community/manage-frame";
import { WordsList } from "@/components/community/words-list";
import { listBrandWords } from "@/lib/server/recognition/list-brand-words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("recognition"))("manage.title") };
}

/** The wall of thanks, for those who look after it. */
export default async function WordsPage(props: PageProps<"/[brand]/community/thanks">) {
  const { brand: brandSlug } = await props.params;
  const t = await translatorFor("recognition");
  return (
    <BrandPage
      brandSlug={brandSlug}
      path="/community/thanks"
      scope="moderate"
      messages={["community", "recognition"]}
    >
      {async ({ member: { brandId }, brand }) => (
        <ManageFrame
          brandSlug={brand.slug}
          current="thanks"
          title={t("manage.title")}
          lead={t("manage.lead")}
        >
          <WordsList brandSlug={brand.slug} initial={await listBrandWords({ brandId })} />
        </ManageFrame>
      )}
    </BrandPage>
  );
}
