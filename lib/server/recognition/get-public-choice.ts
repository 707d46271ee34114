import type { PublicChoice } from "@/lib/domain/recognition/public-view";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { readPublicPage } from "./read-public-page";

/** What a member has decided about his public page, and the page as it would stand. */
export async function getPublicChoice({
  member: { id: memberId, brandId },
  now,
}: {
  member: Pick<MemberActor, "id" | "brandId">;
  now: Date;
}): Promise<PublicChoice> {
  const [page, row, brand] = await Promise.all([
    readPublicPage({ brandId, memberId, now }),
    db().publicProfile.findUnique({ where: { memberId }, select: { isPublic: true, version: true } }),
    db().brand.findUniqueOrThrow({ where: { id: brandId }, select: { publishesCommunity: true } }),
  ]);
  return {
    isPublic: row?.isPublic ?? false,
    isOffered: brand.publishesCommunity,
    version: row?.version ?? 0,
    page,
  };
}
