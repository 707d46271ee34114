import { AppError } from "@/lib/domain/error";
import type { AnswerFinding } from "@/lib/domain/guard/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { commit } from "@/lib/server/commit";
import { getGuard } from "./get-guard";

/**
 * A manager says why something that was found is no trouble, or takes his answer back; both stand in the journal.
 * NOT_FOUND for what is not found (any more): other words need another answer.
 */
export async function answerFinding({
  member,
  input,
  now,
}: {
  member: MemberActor;
  input: AnswerFinding;
  now: Date;
}): Promise<void> {
  const { brandId, id: actorId } = member;
  const { finding: key, reason } = input;
  const { findings } = await getGuard({ member, now });
  const found = findings.find((finding) => finding.key === key);
  if (!found) throw new AppError("NOT_FOUND");
  await commit(async (tx) => {
    const where = { brandId_finding: { brandId, finding: key } };
    const before = await tx.guardAnswer.findUnique({ where });
    if (before?.reason === (reason ?? undefined)) return;
    if (reason === null) await tx.guardAnswer.deleteMany({ where: { brandId, finding: key } });
    else {
      const data = { reason, answeredAt: now, answeredById: actorId };
      await tx.guardAnswer.upsert({ where, create: { brandId, finding: key, ...data }, update: data });
    }
    await recordAudit(tx, {
      brandId,
      actorId,
      action: reason === null ? "reopened" : "answered",
      subject: `guard:${key}`,
      before: { reason: before?.reason ?? null },
      after: { finding: found.excerpt, reason },
      at: now,
    });
  });
}
