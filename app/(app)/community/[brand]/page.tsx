import type { Metadata } from "next";
import { CommunityPage, requestPublicBrand } from "@/app/community-page";
import { translatorFor } from "@/app/translator";
import { Owners } from "@/components/community/owners";
import { now } from "@/lib/server/clock";
import { listOwners } from "@/lib/server/recognition/list-owners";

type Props = { params: Promise<{ brand: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const brand = await requestPublicBrand((await props.params).brand);
  if (!brand) return {};
  const t = await translatorFor("recognition");
  return {
    title: { absolute: t("owners.title", { brand: brand.name }) },
    description: t("owners.lead", { brand: brand.name }),
    robots: "index, follow",
  };
}

/** The owners of a brand who help others, and want to be seen. */
export default async function OwnersPage(props: Props) {
  const { brand: brandSlug } = await props.params;
  return (
    <CommunityPage brandSlug={brandSlug} current="owners" messages={["recognition"]}>
      {async (brand) => (
        <Owners
          brand={{ slug: brand.slug, name: brand.name }}
          owners={await listOwners({ brandId: brand.id, now: now() })}
        />
      )}
    </CommunityPage>
  );
}
