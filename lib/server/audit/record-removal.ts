import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import type { Tx } from "@/lib/server/commit";
import type { Prisma } from "@/prisma/generated/client";
import { recordAudit } from "./record-audit";

/**
 * Writes into the journal that a site, a topic or a series of badges was removed or brought back, after `count` rows were changed so: NOT_FOUND
 * when it was none. Returns the entry's id.
 */
export async function recordRemoval({
  tx,
  member,
  subject,
  count,
  isRemoved,
  was,
  undoes,
  now,
}: {
  tx: Tx;
  member: MemberActor;
  subject: `site:${string}` | `topic:${string}` | `badge:${string}`;
  count: number;
  isRemoved: boolean;
  /** What it was called, for whoever reads the journal. */
  was: Prisma.InputJsonObject;
  undoes?: bigint;
  now: Date;
}): Promise<string> {
  if (count === 0) throw new AppError("NOT_FOUND");
  return recordAudit(tx, {
    brandId: member.brandId,
    actorId: member.id,
    action: isRemoved ? "removed" : "restored",
    subject,
    ...(isRemoved ? { before: was } : { after: was }),
    undoes,
    at: now,
  });
}
