import type { Metadata } from "next";
import { BrandPage } from "@/app/brand-page";
import { translatorFor } from "@/app/translator";
import { ClaimsList } from "@/components/community/claims-list";
import { ManageFrame } from "@/components/community/manage-frame";
import { listClaims } from "@/lib/server/ownership/list-claims";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("recognition"))("claims.title") };
}

/** What members say that they own, for a manager to look up. */
export default async function ClaimsPage(props: PageProps<"/[brand]/community/ownership">) {
  const { brand: brandSlug } = await props.params;
  const t = await translatorFor("recognition");
  return (
    <BrandPage
      brandSlug={brandSlug}
      path="/community/ownership"
      scope="people"
      messages={["community", "recognition"]}
    >
      {async ({ member, brand }) => (
        <ManageFrame
          brandSlug={brand.slug}
          current="ownership"
          title={t("claims.title")}
          lead={t("claims.lead")}
        >
          <ClaimsList brandSlug={brand.slug} initial={await listClaims({ member })} />
        </ManageFrame>
      )}
    </BrandPage>
  );
}
