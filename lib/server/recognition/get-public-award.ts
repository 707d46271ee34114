import type { PublicAward } from "@/lib/domain/recognition/public-view";
import { countOf } from "@/lib/server/badge/evidence";
import { db } from "@/lib/server/database";
import { badgeMark } from "@/lib/server/member/helper-cards";
import { isPublic } from "./owner-card";

export type SharedAward = PublicAward & { owner: string; slug: string; count: number };

/** An award of an owner who wants to be seen, while it holds; null for any other. */
export async function getPublicAward({
  brandId,
  slug,
  awardId,
}: {
  brandId: string;
  slug: string;
  awardId: string;
}): Promise<SharedAward | null> {
  const award = await db().award.findFirst({
    where: {
      id: awardId,
      brandId,
      withdrawnAt: null,
      member: { ...isPublic, publicProfile: { ...isPublic.publicProfile, slug } },
    },
    include: { badge: true, member: { select: { displayName: true } } },
  });
  if (!award) return null;
  return {
    id: award.id,
    badge: badgeMark(award.badge),
    awardedAt: award.awardedAt.toISOString(),
    owner: award.member.displayName,
    slug,
    count: countOf(award.evidence),
  };
}
