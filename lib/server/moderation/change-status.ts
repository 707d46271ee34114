import { AppError } from "@/lib/domain/error";
import { mayManage } from "@/lib/domain/member/manage";
import { learningStatuses, mayAnswer } from "@/lib/domain/member/status";
import type { MemberActor } from "@/lib/server/account/actor";
import type { Tx } from "@/lib/server/commit";
import { type Emit, toBrand, toMember } from "@/lib/server/event/publish";
import { comeBack } from "@/lib/server/member/come-back";
import { keepAnAdmin } from "@/lib/server/member/keep-an-admin";
import { recordPresence } from "@/lib/server/presence/record-presence";
import { selfView } from "@/lib/server/presence/self-view";
import { endCoachings } from "@/lib/server/training/end-coachings";
import type { MemberStatus, Prisma } from "@/prisma/generated/client";

/** Paused: asked nothing. Suspended: no place at all, until somebody takes that back. */
export type StatusKind = "pause" | "resume" | "suspend" | "reinstate";

const standings: MemberStatus[] = [...learningStatuses, "active"];
/** `to` null: what he was before. */
const changes: Record<StatusKind, { from: Prisma.MemberWhereInput; to: "paused" | "suspended" | null }> = {
  // A moderator's pause stands above his own, which alone is his to end.
  pause: {
    from: { OR: [{ status: { in: standings } }, { status: "paused", pausedFrom: { not: null } }] },
    to: "paused",
  },
  resume: { from: { status: "paused", pausedFrom: null }, to: null },
  suspend: { from: { status: { in: [...standings, "paused"] } }, to: "suspended" },
  reinstate: { from: { status: "suspended" }, to: null },
};

/**
 * Within `tx`: changes a member's standing, and writes down who did so and why. Returns the action's id; null when he
 * stands so already. NOT_FOUND for other brands and for whoever is neither; FORBIDDEN on oneself, since it is another's
 * decision, and on admins for others than admins; LAST_ADMIN.
 */
export async function changeStatus({
  tx,
  emit,
  member,
  memberId,
  kind,
  reason,
  undoes,
  now,
}: {
  tx: Tx;
  emit: Emit;
  member: MemberActor;
  memberId: string;
  kind: StatusKind;
  reason?: string;
  undoes?: string;
  now: Date;
}): Promise<string | null> {
  const { id: actorId, brandId } = member;
  if (memberId === actorId) throw new AppError("FORBIDDEN");
  const { from, to } = changes[kind];
  const found = await tx.member.findFirst({
    where: { id: memberId, brandId },
    select: { role: true, returnsTo: true },
  });
  if (!found) throw new AppError("NOT_FOUND");
  if (!mayManage(member.role, found.role)) throw new AppError("FORBIDDEN");
  if (kind === "suspend" && found.role === "admin") await keepAnAdmin({ tx, brandId, memberId, actorId });
  const next = to ?? found.returnsTo ?? "active";
  const { count } = await tx.member.updateMany({
    where: { id: memberId, brandId, role: found.role, ...from },
    data: {
      status: next,
      pausedFrom: null,
      version: { increment: 1 },
      ...(to === "suspended" ? { isOpen: false, openUntil: null, awaySince: null } : {}),
    },
  });
  if (count === 0) {
    const status = to ?? { in: standings };
    const isSoAlready = (await tx.member.count({ where: { id: memberId, brandId, status } })) > 0;
    if (!isSoAlready) throw new AppError("NOT_FOUND");
    return null;
  }
  if (to === "suspended") {
    await tx.lease.updateMany({ where: { memberId, expiresAt: { gt: now } }, data: { expiresAt: now } });
    await endCoachings({ tx, memberId, now });
  }
  const { isOpen } = await tx.member.findUniqueOrThrow({ where: { id: memberId }, select: { isOpen: true } });
  await recordPresence(tx, [
    { brandId, memberId, kind: isOpen && mayAnswer(next) ? "opened" : "paused", at: now },
  ]);
  const { id } = await tx.moderationAction.create({
    data: { brandId, actorId, kind, memberId, reason, undoes, actedAt: now },
    select: { id: true },
  });
  if (to === null) await comeBack({ tx, emit, brandId, memberId, now });
  else
    emit(
      toMember(memberId, "self.changed", await selfView({ tx, memberId, now })),
      toBrand(brandId, "board.changed", {}),
    );
  return id;
}
