import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CommunityPage } from "@/app/community-page";
import { requestLocale } from "@/app/request";
import { translatorFor } from "@/app/translator";
import { AwardPage } from "@/components/community/award-page";
import { metals } from "@/components/community/badge-props";
import { readAward } from "./read-award";

type Props = { params: Promise<{ brand: string; profile: string; award: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { brand, profile, award } = await props.params;
  const found = await readAward(brand, profile, award);
  if (!found) return {};
  const t = await translatorFor("recognition");
  const { badge, owner } = found.award;
  const names = badge.names[await requestLocale()];
  return {
    title: { absolute: t("award.title", { badge: names, metal: metals[badge.level], name: owner }) },
    robots: "index, follow",
  };
}

/** One badge of one owner, to be shared. */
export default async function PublicAwardPage(props: Props) {
  const { brand: brandSlug, profile, award } = await props.params;
  const found = await readAward(brandSlug, profile, award);
  if (!found) notFound();
  return (
    <CommunityPage brandSlug={brandSlug} current="owners" messages={["recognition"]}>
      {(brand) => <AwardPage brand={{ slug: brand.slug, name: brand.name }} award={found.award} />}
    </CommunityPage>
  );
}
