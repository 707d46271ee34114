import type { PublicProfileView } from "@/lib/domain/recognition/public-view";
import { db } from "@/lib/server/database";
import { isPublic } from "./owner-card";
import { readPublicPage } from "./read-public-page";

/** An owner's public page by its address; null where there is none, and for who does not want to be seen. */
export async function getPublicProfile({
  brandId,
  slug,
  now,
}: {
  brandId: string;
  slug: string;
  now: Date;
}): Promise<PublicProfileView | null> {
  const member = await db().member.findFirst({
    where: { brandId, ...isPublic, publicProfile: { ...isPublic.publicProfile, slug } },
    select: { id: true },
  });
  return member && readPublicPage({ brandId, memberId: member.id, now });
}
