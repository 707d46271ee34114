import type { MemberActor } from "@/lib/server/account/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import type { Tx } from "@/lib/server/commit";
import type { Prisma } from "@/prisma/generated/client";
import { dayOf } from "./owned-view";

/**
 * Takes away what a member owns, within `tx`; the journal keeps what its way back needs. What he took away himself has no
 * way back: he says it again. Returns the journal's entry; null when there is nothing like `owned`, or not any more.
 */
export async function dropOwnership({
  tx,
  member: { id: actorId, brandId },
  memberId,
  owned,
  undoes,
  now,
}: {
  tx: Tx;
  member: MemberActor;
  memberId: string;
  owned: Pick<Prisma.OwnershipWhereInput, "id" | "product" | "since">;
  undoes?: bigint;
  now: Date;
}): Promise<string | null> {
  const row = await tx.ownership.findFirst({ where: { ...owned, memberId, member: { brandId } } });
  const { count } = row ? await tx.ownership.deleteMany({ where: { id: row.id } }) : { count: 0 };
  if (!row || count === 0) return null;
  const { product, since, proof, provenAt, provenById, proofKey } = row;
  const before = { owns: product, since: dayOf(since) };
  return recordAudit(tx, {
    brandId,
    actorId,
    ...(actorId === memberId
      ? { action: "parted", before }
      : {
          action: "disowned",
          before: { ...before, proof, provenAt: provenAt?.toISOString() ?? null, provenById, proofKey },
        }),
    subject: `member:${memberId}`,
    undoes,
    at: now,
  });
}
