import { recordAudit } from "@/lib/server/audit/record-audit";
import type { Tx } from "@/lib/server/commit";
import type { OwnershipProof } from "@/prisma/generated/client";

/**
 * Writes that somebody owns a product and how that became known; what he said of it himself is settled by that. What
 * proved it is nowhere: neither an order's number nor a token. Done already when it was known.
 */
export async function writeOwnership({
  tx,
  brandId,
  memberId,
  product,
  since,
  proof,
  proofKey = null,
  actorId,
  now,
}: {
  tx: Tx;
  brandId: string;
  memberId: string;
  product: string;
  since: Date;
  proof: OwnershipProof;
  proofKey?: string | null;
  /** The manager who looked, or the member who brought the brand's word. */
  actorId: string;
  now: Date;
}): Promise<void> {
  await tx.ownershipClaim.deleteMany({ where: { memberId, product } });
  const { count } = await tx.ownership.createMany({
    data: [
      {
        memberId,
        product,
        since,
        proof,
        proofKey,
        provenAt: now,
        provenById: actorId === memberId ? null : actorId,
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) return;
  await recordAudit(tx, {
    brandId,
    actorId,
    action: "vouched",
    subject: `member:${memberId}`,
    after: { owns: product },
    at: now,
  });
}
