import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { requestPublicBrand } from "@/app/community-page";
import { sharedPicture } from "@/app/shared-picture";
import { shareSize } from "@/components/community/share-picture";
import { now } from "@/lib/server/clock";
import { getPublicProfile } from "@/lib/server/recognition/get-public-profile";

export const size = shareSize;
export const contentType = "image/png";
export const alt = "";

type Props = { params: Promise<{ brand: string; profile: string }> };

/** The picture that a link to an owner shows elsewhere. */
export default async function ProfilePicture(props: Props) {
  const { brand: brandSlug, profile } = await props.params;
  const brand = await requestPublicBrand(brandSlug);
  const owner = brand && (await getPublicProfile({ brandId: brand.id, slug: profile, now: now() }));
  if (!brand || !owner) notFound();
  const owned = owner.owns.map(({ product }) => product);
  return sharedPicture(
    {
      brandName: brand.name,
      title: owner.name,
      line: owner.line ? [owner.line] : owned,
      badges: owner.badges.length === 1 ? [] : owner.badges.map(({ badge }) => badge),
    },
    await headers(),
  );
}
