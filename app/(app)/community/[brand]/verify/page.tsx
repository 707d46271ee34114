import type { Metadata } from "next";
import { CommunityPage, requestPublicBrand } from "@/app/community-page";
import { translatorFor } from "@/app/translator";
import { VerifyForm } from "@/components/community/verify-form";

type Props = { params: Promise<{ brand: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const brand = await requestPublicBrand((await props.params).brand);
  if (!brand) return {};
  const t = await translatorFor("recognition");
  return { title: { absolute: t("verify.pageTitle", { brand: brand.name }) }, robots: "noindex" };
}

/** For whoever was shown a record of a badge. */
export default async function VerifyPage(props: Props) {
  const { brand: brandSlug } = await props.params;
  return (
    <CommunityPage brandSlug={brandSlug} current="owners" messages={["recognition"]}>
      {(brand) => <VerifyForm brand={{ slug: brand.slug, name: brand.name }} />}
    </CommunityPage>
  );
}
