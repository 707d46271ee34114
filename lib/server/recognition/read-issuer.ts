import { AppError } from "@/lib/domain/error";
import { recordId } from "@/lib/domain/recognition/open-badge";
import { db } from "@/lib/server/database";
import { findPublicBrand } from "@/lib/server/recruiting/find-public-brand";
import { achievement } from "./achievement";
import { openBadgePlaces } from "./open-badge-places";

const contexts = [
  "https://www.w3.org/ns/credentials/v2",
  "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
];

async function brandOf(brandSlug: string) {
  const brand = await findPublicBrand({ brandSlug });
  if (!brand) throw new AppError("NOT_FOUND");
  return brand;
}

/** Who writes a brand's records: a Profile of Open Badges 3.0. NOT_FOUND for a brand without public pages. */
export async function readIssuer({ brandSlug }: { brandSlug: string }): Promise<Record<string, unknown>> {
  const { name, slug } = await brandOf(brandSlug);
  const places = openBadgePlaces(slug);
  return { "@context": contexts, id: places.issuer, type: ["Profile"], name, url: places.community };
}

/** A badge of the brand: an Achievement of Open Badges 3.0. NOT_FOUND for any other key. */
export async function readAchievement({
  brandSlug,
  key,
}: {
  brandSlug: string;
  key: string;
}): Promise<Record<string, unknown>> {
  const brand = await brandOf(brandSlug);
  const badge = await db().badge.findUnique({ where: { brandId_key: { brandId: brand.id, key } } });
  if (!badge) throw new AppError("NOT_FOUND");
  const { criteria, ...said } = achievement({ brand, badge });
  return {
    "@context": contexts,
    ...said,
    type: ["Achievement"],
    achievementType: "Badge",
    creator: { id: openBadgePlaces(brand.slug).issuer, type: ["Profile"], name: brand.name },
    criteria: { narrative: criteria },
  };
}

/** Which of the brand's records were taken back: a RevocationList (1EdTech). Reasons stay with the brand. */
export async function readRevocations({
  brandSlug,
}: {
  brandSlug: string;
}): Promise<Record<string, unknown>> {
  const brand = await brandOf(brandSlug);
  const places = openBadgePlaces(brand.slug);
  const withdrawn = await db().award.findMany({
    where: { brandId: brand.id, withdrawnAt: { not: null } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  return {
    id: places.revocations,
    issuer: places.issuer,
    revokedCredentials: withdrawn.map(({ id }) => ({ id: recordId(id), revoked: true })),
  };
}
