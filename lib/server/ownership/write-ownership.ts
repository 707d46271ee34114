import { recordAudit } from "@/lib/server/audit/record-audit";
import type { Tx } from "@/lib/server/commit";
import type { OwnershipProof } from "@/prisma/generated/client";
import { dayOf } from "./owned-view";

/**
 * Writes that somebody owns a product and how that became known; what he said of it himself is settled by that. What
 * proved it is nowhere: neither an order's number nor a token. Returns the journal's entry, by which it can be undone;
 * null when it was known, which changes nothing.
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
  undoes,
  now,
  proven = { provenAt: now, provenById: actorId === memberId ? null : actorId },
}: {
  tx: Tx;
  brandId: string;
  memberId: string;
  product: string;
  since: Date;
  proof: OwnershipProof | null;
  proofKey?: string | null;
  /** The manager who looked, or the member who brought the brand's word. */
  actorId: string;
  undoes?: bigint;
  now: Date;
  /** When and by whom it was proven, where that is not here and now. */
  proven?: { provenAt: Date | null; provenById: string | null };
}): Promise<string | null> {
  await tx.ownershipClaim.deleteMany({ where: { memberId, product } });
  const { count } = await tx.ownership.createMany({
    data: [{ memberId, product, since, proof, proofKey, ...proven }],
    skipDuplicates: true,
  });
  if (count === 0) return null;
  return recordAudit(tx, {
    brandId,
    actorId,
    action: "vouched",
    subject: `member:${memberId}`,
    after: { owns: product, since: dayOf(since) },
    undoes,
    at: now,
  });
}
