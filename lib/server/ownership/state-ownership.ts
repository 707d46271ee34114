import { AppError } from "@/lib/domain/error";
import type { StateOwnership } from "@/lib/domain/ownership/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { notInFuture } from "./not-in-future";

/** Claims of one member that nobody has confirmed. */
const mostClaims = 20;

/**
 * A member says what he owns; it counts for nothing until a manager has looked. Saying it again replaces what he said,
 * and asks anew what was declined. OWNERSHIP_KNOWN for what is proven already, OWNERSHIP_FULL past 20 that wait.
 */
export async function stateOwnership({
  member: { id: memberId, brandId },
  input: { product, since, orderNumber },
  now,
}: {
  member: MemberActor;
  input: StateOwnership;
  now: Date;
}): Promise<void> {
  notInFuture(since, now);
  await commit(async (tx) => {
    await tx.$queryRaw`SELECT id FROM members WHERE id = ${memberId} FOR NO KEY UPDATE`;
    const known = await tx.ownership.count({ where: { memberId, product } });
    const others = await tx.ownershipClaim.count({ where: { memberId, product: { not: product } } });
    if (known > 0) throw new AppError("OWNERSHIP_KNOWN");
    if (others >= mostClaims) throw new AppError("OWNERSHIP_FULL", { most: mostClaims });
    const said = {
      since: new Date(since),
      orderNumber: orderNumber || null,
      statedAt: now,
      declinedAt: null,
      declinedFor: null,
    };
    await tx.ownershipClaim.upsert({
      where: { memberId_product: { memberId, product } },
      create: { brandId, memberId, product, ...said },
      update: said,
    });
  });
}
