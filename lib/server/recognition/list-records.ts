import type { PublicAward } from "@/lib/domain/recognition/public-view";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { badgeMark } from "@/lib/server/member/helper-cards";

/** A member's awards, newest first: what he can take along. */
export async function listRecords({
  member: { id: memberId, brandId },
}: {
  member: Pick<MemberActor, "id" | "brandId">;
}): Promise<PublicAward[]> {
  const awards = await db().award.findMany({
    where: { memberId, brandId, withdrawnAt: null },
    orderBy: [{ awardedAt: "desc" }, { badge: { level: "desc" } }, { id: "asc" }],
    include: { badge: true },
  });
  return awards.map(({ id, badge, awardedAt }) => ({
    id,
    badge: badgeMark(badge),
    awardedAt: awardedAt.toISOString(),
  }));
}
