import { createHash, createHmac } from "node:crypto";
import { SignJWT } from "jose";
import { AppError } from "@/lib/domain/error";
import { openBadge, recordId } from "@/lib/domain/recognition/open-badge";
import type { MemberActor } from "@/lib/server/account/actor";
import { countOf } from "@/lib/server/badge/evidence";
import { db } from "@/lib/server/database";
import { env } from "@/lib/server/env";
import { achievement } from "./achievement";
import { openBadgePlaces } from "./open-badge-places";
import { recordKey } from "./record-key";

/**
 * The record of one's own award to take along: an OpenBadgeCredential as a signed JWT, whose payload is the credential
 * itself (Open Badges 3.0, "JSON Web Token proof format"). NOT_FOUND for what is not his, for a withdrawn award, and in a
 * brand without public pages, where no page says what became of it.
 */
export async function signRecord({
  member,
  awardId,
}: {
  member: MemberActor;
  awardId: string;
}): Promise<{ record: string; fileName: string }> {
  const award = await db().award.findFirst({
    where: {
      id: awardId,
      memberId: member.id,
      withdrawnAt: null,
      badge: { brandId: member.brandId, brand: { publishesCommunity: true } },
    },
    include: {
      badge: { include: { brand: { select: { slug: true, name: true } } } },
      member: { select: { displayName: true, user: { select: { email: true } } } },
    },
  });
  if (!award) throw new AppError("NOT_FOUND");
  const { badge, member: holder, awardedAt, evidence } = award;
  const { brand } = badge;
  const places = openBadgePlaces(brand.slug);
  const { privateKey, jwk } = await recordKey();
  const salt = createHmac("sha256", env().NEXTAUTH_SECRET)
    .update(`record:${awardId}`)
    .digest("hex")
    .slice(0, 32);
  const email = holder.user.email.toLowerCase();
  const credential = openBadge({
    awardId,
    awardedAt,
    issuer: { id: places.issuer, name: brand.name, url: places.community },
    achievement: achievement({ brand, badge, count: countOf(evidence) }),
    revocations: places.revocations,
    holder: {
      name: holder.displayName,
      salt,
      emailHash: createHash("sha256")
        .update(email + salt)
        .digest("hex"),
    },
  });
  const record = await new SignJWT(credential)
    .setProtectedHeader({ alg: "RS256", typ: "JWT", kid: places.key(jwk.kid) })
    .setIssuer(places.issuer)
    .setJti(recordId(awardId))
    .setNotBefore(Math.floor(awardedAt.getTime() / 1000))
    .sign(privateKey);
  return { record, fileName: `${brand.slug}-${badge.key}.jwt` };
}
