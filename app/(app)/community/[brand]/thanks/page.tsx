import type { Metadata } from "next";
import { CommunityPage, requestPublicBrand } from "@/app/community-page";
import { translatorFor } from "@/app/translator";
import { WallPage } from "@/components/community/wall";
import { listWall } from "@/lib/server/recognition/list-wall";

type Props = { params: Promise<{ brand: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const brand = await requestPublicBrand((await props.params).brand);
  if (!brand) return {};
  const t = await translatorFor("recognition");
  return {
    title: { absolute: t("wall.pageTitle", { brand: brand.name }) },
    description: t("wall.lead", { brand: brand.name }),
    robots: "index, follow",
  };
}

/** What visitors said to those who helped them, and let everybody read. */
export default async function ThanksPage(props: Props) {
  const { brand: brandSlug } = await props.params;
  return (
    <CommunityPage brandSlug={brandSlug} current="thanks" messages={["recognition"]}>
      {async (brand) => (
        <WallPage
          brand={{ slug: brand.slug, name: brand.name }}
          words={await listWall({ brandId: brand.id })}
        />
      )}
    </CommunityPage>
  );
}
