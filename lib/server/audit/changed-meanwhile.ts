import { AppError } from "@/lib/domain/error";
import type { Tx } from "@/lib/server/commit";
import type { AuditSubject } from "./record-audit";

/** The refusal of a change that came too late, with the name of who was faster ("nobody" for the product itself). */
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
  return new AppError("CHANGED_MEANWHILE", { name: actor?.displayName ?? "nobody" });
}
