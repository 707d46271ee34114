import { initialsOf, tintOf } from "@/lib/domain/member/appearance";
import type { ClaimToCheck } from "@/lib/domain/ownership/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { dayOf } from "./owned-view";

const shown = 200;

/** What the brand's members say that they own and nobody has looked at, oldest first; a manager's own is for another. */
export async function listClaims({
  member,
}: {
  member: Pick<MemberActor, "id" | "brandId">;
}): Promise<ClaimToCheck[]> {
  const claims = await db().ownershipClaim.findMany({
    where: {
      brandId: member.brandId,
      declinedAt: null,
      memberId: { not: member.id },
      member: { status: { notIn: ["left", "suspended"] } },
    },
    orderBy: [{ statedAt: "asc" }, { id: "asc" }],
    take: shown,
    include: { member: { select: { displayName: true } } },
  });
  return claims.map(({ id, memberId, product, since, statedAt, orderNumber, member: { displayName } }) => ({
    id,
    member: {
      id: memberId,
      name: displayName,
      initials: initialsOf(displayName),
      tint: tintOf(memberId),
    },
    product,
    since: dayOf(since),
    statedAt: statedAt.toISOString(),
    orderNumber,
  }));
}
