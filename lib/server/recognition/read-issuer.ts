import { BadgeRule } from "@/lib/domain/badge/schema";
import { AppError } from "@/lib/domain/error";
import { recordId } from "@/lib/domain/recognition/open-badge";
import { db } from "@/lib/server/database";
import { achievement } from "./achievement";
import { findIssuer } from "./find-issuer";
import { openBadgePlaces } from "./open-badge-places";

const contexts = [
  "https://www.w3.org/ns/credentials/v2",
  "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
];

/** Who writes a brand's records: a Profile of Open Badges 3.0. Refuses like `findIssuer`. */
export async function readIssuer({ brandSlug }: { brandSlug: string }): Promise<Record<string, unknown>> {
  const { name, slug } = await findIssuer({ brandSlug });
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
  const brand = await findIssuer({ brandSlug });
  const badge = await db().badge.findUnique({ where: { brandId_key: { brandId: brand.id, key } } });
  if (!badge) throw new AppError("NOT_FOUND");
  const { criteria, ...said } = achievement({
    brand,
    badge,
    count: BadgeRule.parse(badge.rule).count,
  });
  return {
    "@context": contexts,
    ...said,
    type: ["Achievement"],
    achievementType: "Badge",
    creator: { id: openBadgePlaces(brand.slug).issuer, type: ["Profile"], name: brand.name },
    criteria: { narrative: criteria },
  };
}

/**
 * Which of the brand's records hold no longer, by a manager's word or because facts and rules say so: a RevocationList
 * (1EdTech). Reasons stay with the brand.
 */
export async function readRevocations({
  brandSlug,
}: {
  brandSlug: string;
}): Promise<Record<string, unknown>> {
  const brand = await findIssuer({ brandSlug });
  const places = openBadgePlaces(brand.slug);
  const revoked = await db().$queryRaw<{ id: string }[]>`
    SELECT id FROM awards WHERE brand_id = ${brand.id} AND withdrawn_at IS NOT NULL
    UNION SELECT id FROM revoked_awards WHERE brand_id = ${brand.id} ORDER BY id`;
  return {
    id: places.revocations,
    issuer: places.issuer,
    revokedCredentials: revoked.map(({ id }) => ({ id: recordId(id), revoked: true })),
  };
}
