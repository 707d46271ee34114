import { cache } from "react";
import { requestPublicBrand } from "@/app/community-page";
import { Id } from "@/lib/domain/schema";
import { getPublicAward } from "@/lib/server/recognition/get-public-award";

/** The award of an address, asked once a request; null where there is none to show. */
export const readAward = cache(async (brandSlug: string, slug: string, awardId: string) => {
  const brand = Id.safeParse(awardId).success ? await requestPublicBrand(brandSlug) : null;
  const award = brand && (await getPublicAward({ brandId: brand.id, slug, awardId }));
  return brand && award ? { brand, award } : null;
});
