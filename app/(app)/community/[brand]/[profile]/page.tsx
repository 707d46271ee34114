import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { CommunityPage, requestPublicBrand } from "@/app/community-page";
import { translatorFor } from "@/app/translator";
import { ProfilePage } from "@/components/community/profile-page";
import { now } from "@/lib/server/clock";
import { getPublicProfile } from "@/lib/server/recognition/get-public-profile";

type Props = { params: Promise<{ brand: string; profile: string }> };

const read = cache(async (brandSlug: string, slug: string) => {
  const brand = await requestPublicBrand(brandSlug);
  return brand && getPublicProfile({ brandId: brand.id, slug, now: now() });
});

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { brand: brandSlug, profile } = await props.params;
  const [brand, owner] = await Promise.all([requestPublicBrand(brandSlug), read(brandSlug, profile)]);
  if (!brand || !owner) return {};
  const t = await translatorFor("recognition");
  return {
    title: { absolute: t("profile.title", { name: owner.name, brand: brand.name }) },
    description: owner.line || t("owners.lead", { brand: brand.name }),
    robots: "index, follow",
  };
}

/** An owner who wants to be seen. */
export default async function PublicProfilePage(props: Props) {
  const { brand: brandSlug, profile } = await props.params;
  const owner = await read(brandSlug, profile);
  if (!owner) notFound();
  return (
    <CommunityPage brandSlug={brandSlug} current="owners" messages={["recognition"]}>
      {(brand) => <ProfilePage brand={{ slug: brand.slug, name: brand.name }} owner={owner} />}
    </CommunityPage>
  );
}
