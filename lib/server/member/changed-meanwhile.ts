import { AppError } from "@/lib/domain/error";
import type { AuditSubject } from "@/lib/server/audit/record-audit";
import type { Tx } from "@/lib/server/commit";

/** The refusal for somebody who saves an older version: it names who changed the thing last, as the journal knows. */
export async function changedMeanwhile(
  tx: Tx,
  { brandId, subject }: { brandId: string; subject: AuditSubject },
): Promise<AppError> {
  const last = await tx.audit.findFirst({
    where: { brandId, subject },
    orderBy: { id: "desc" },
    select: { actorId: true },
  });
  const actor = last?.actorId
    ? await tx.member.findFirst({ where: { id: last.actorId, brandId }, select: { displayName: true } })
    : null;
  return new AppError("CHANGED_MEANWHILE", { name: actor?.displayName ?? "" });
}
