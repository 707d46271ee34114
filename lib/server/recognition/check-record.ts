import { jwtVerify } from "jose";
import { AppError } from "@/lib/domain/error";
import { awardIdOf } from "@/lib/domain/recognition/open-badge";
import type { RecordCheck } from "@/lib/domain/recognition/open-badge-schema";
import { db } from "@/lib/server/database";
import { badgeMark } from "@/lib/server/member/helper-cards";
import { findPublicBrand } from "@/lib/server/recruiting/find-public-brand";
import { openBadgePlaces } from "./open-badge-places";
import { recordKey } from "./record-key";

/** Whether this brand wrote a record, and whether the award still holds. NOT_FOUND for a brand without public pages. */
export async function checkRecord({
  brandSlug,
  record,
  now,
}: {
  brandSlug: string;
  record: string;
  now: Date;
}): Promise<RecordCheck> {
  const brand = await findPublicBrand({ brandSlug });
  if (!brand) throw new AppError("NOT_FOUND");
  const { publicKey } = await recordKey();
  const verified = await jwtVerify(record, publicKey, {
    algorithms: ["RS256"],
    issuer: openBadgePlaces(brandSlug).issuer,
    currentDate: now,
  }).catch(() => null);
  const awardId = awardIdOf(verified?.payload.jti);
  if (!awardId) return { result: "foreign" };
  const award = await db().award.findFirst({
    where: { id: awardId, brandId: brand.id, withdrawnAt: null },
    include: { badge: true, member: { select: { displayName: true } } },
  });
  if (!award) return { result: "withdrawn" };
  return {
    result: "valid",
    name: award.member.displayName,
    badge: badgeMark(award.badge),
    awardedAt: award.awardedAt.toISOString(),
  };
}
