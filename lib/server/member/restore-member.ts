import type { Saved } from "@/lib/domain/brand/view";
import { AppError } from "@/lib/domain/error";
import { mayManage, restorableDays } from "@/lib/domain/member/manage";
import type { MemberActor } from "@/lib/server/account/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { later } from "@/lib/server/clock";
import { commit } from "@/lib/server/commit";
import { toMember } from "@/lib/server/event/publish";
import { findCoaches } from "@/lib/server/training/find-coaches";
import { comeBack } from "./come-back";
import { findEndings } from "./find-endings";

/**
 * Gives a removed member his place back, as he was: a paused one is paused. He says himself when he is open again.
 * NOT_FOUND after 30 days, in another brand, for who has a place, and for who left by himself: he is invited again.
 * FORBIDDEN for admins, unless by an admin.
 */
export async function restoreMember({
  member,
  memberId,
  undoes,
  now,
}: {
  member: MemberActor;
  memberId: string;
  /** The journal's entry that this takes back. */
  undoes?: bigint;
  now: Date;
}): Promise<Saved> {
  const { brandId, id: actorId } = member;
  const saved = await commit(async (tx, emit) => {
    const where = {
      id: memberId,
      brandId,
      status: "left" as const,
      removedAt: { gt: later(now, -restorableDays * 86_400) },
    };
    const row = await tx.member.findFirst({ where, select: { role: true } });
    const ending = (await findEndings({ tx, brandId, memberIds: [memberId] })).get(memberId);
    if (!row || ending?.action !== "removed") throw new AppError("NOT_FOUND");
    if (!mayManage(member.role, row.role)) throw new AppError("FORBIDDEN");
    const { status } = ending;
    const { count } = await tx.member.updateMany({
      where,
      data: { status, removedAt: null, version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("NOT_FOUND");
    const auditId = await recordAudit(tx, {
      brandId,
      actorId,
      action: "restored",
      subject: `member:${memberId}`,
      before: { status: "left" },
      after: { status },
      undoes,
      at: now,
    });
    emit(toMember(memberId, "sync", {}));
    await comeBack({ tx, emit, brandId, memberId, now });
    const { version } = await tx.member.findUniqueOrThrow({
      where: { id: memberId },
      select: { version: true },
    });
    return { version, auditId };
  });
  await findCoaches({ brandId, now });
  return saved;
}
