import type { Metadata } from "next";
import { CommunityPage, requestPublicBrand } from "@/app/community-page";
import { translatorFor } from "@/app/translator";
import { JoinIntro, JoinSteps } from "@/components/recruiting/join-intro";
import { now } from "@/lib/server/clock";
import { getCommunityFigures } from "@/lib/server/recruiting/get-community-figures";

type Props = { params: Promise<{ brand: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const brand = await requestPublicBrand((await props.params).brand);
  const t = await translatorFor("recruiting");
  if (!brand) return {};
  return { title: { absolute: t("join.pageTitle", { brand: brand.name }) }, robots: "index, follow" };
}

/** For whoever owns what others ask about, and might help them. */
export default async function JoinPage(props: Props) {
  const { brand: brandSlug } = await props.params;
  return (
    <CommunityPage brandSlug={brandSlug} current="join" messages={["recruiting"]}>
      {async (brand) => (
        <JoinIntro brandName={brand.name} figures={await getCommunityFigures({ brand, now: now() })}>
          <JoinSteps />
        </JoinIntro>
      )}
    </CommunityPage>
  );
}
