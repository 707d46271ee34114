import { jwtVerify } from "jose";
import { awardIdOf } from "@/lib/domain/recognition/open-badge";
import { type RecordCheck, RecordOfHolder } from "@/lib/domain/recognition/open-badge-schema";
import { db } from "@/lib/server/database";
import { badgeMark } from "@/lib/server/member/helper-cards";
import { findIssuer } from "./find-issuer";
import { openBadgePlaces } from "./open-badge-places";
import { recordKey } from "./record-key";

/**
 * Whether this brand wrote a record, and whether the award still holds. It names the holder as the record does, so that
 * nobody learns more than he was shown. Refuses like `findIssuer`.
 */
export async function checkRecord({
  brandSlug,
  record,
  now,
}: {
  brandSlug: string;
  record: string;
  now: Date;
}): Promise<RecordCheck> {
  const brand = await findIssuer({ brandSlug });
  const { publicKey } = await recordKey();
  const verified = await jwtVerify(record, publicKey, {
    algorithms: ["RS256"],
    issuer: openBadgePlaces(brandSlug).issuer,
    currentDate: now,
  }).catch(() => null);
  const awardId = awardIdOf(verified?.payload.jti);
  const holder = RecordOfHolder.safeParse(verified?.payload).data;
  if (!awardId || !holder) return { result: "foreign" };
  const award = await db().award.findFirst({
    where: { id: awardId, brandId: brand.id, withdrawnAt: null },
    include: { badge: true },
  });
  if (!award) return { result: "withdrawn" };
  return {
    result: "valid",
    name: holder.credentialSubject.identifier[0].identityHash,
    badge: badgeMark(award.badge),
    awardedAt: award.awardedAt.toISOString(),
  };
}
