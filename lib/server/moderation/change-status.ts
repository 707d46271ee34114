import { AppError } from "@/lib/domain/error";
import { mayManage } from "@/lib/domain/member/manage";
import { mayAnswer } from "@/lib/domain/member/status";
import type { MemberActor } from "@/lib/server/account/actor";
import type { Tx } from "@/lib/server/commit";
import { type Emit, toBrand, toMember } from "@/lib/server/event/publish";
import { keepAnAdmin } from "@/lib/server/member/keep-an-admin";
import { recordPresence } from "@/lib/server/presence/record-presence";
import { selfView } from "@/lib/server/presence/self-view";
import { endCoachings } from "@/lib/server/training/end-coachings";
import { statusToReturnTo } from "@/lib/server/training/status-to-return-to";
import type { MemberStatus } from "@/prisma/generated/client";

/** Paused: asked nothing. Suspended: no place at all, until somebody takes that back. */
export type StatusKind = "pause" | "resume" | "suspend" | "reinstate";

const changes: Record<StatusKind, { from: MemberStatus[]; to: MemberStatus }> = {
  pause: { from: ["active"], to: "paused" },
  resume: { from: ["paused"], to: "active" },
  suspend: { from: ["active", "trial", "paused"], to: "suspended" },
  reinstate: { from: ["suspended"], to: "active" },
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
  const found = await tx.member.findFirst({ where: { id: memberId, brandId }, select: { role: true } });
  if (!found) throw new AppError("NOT_FOUND");
  if (!mayManage(member.role, found.role)) throw new AppError("FORBIDDEN");
  if (kind === "suspend" && found.role === "admin") await keepAnAdmin({ tx, brandId, memberId, actorId });
  const next = to === "active" ? await statusToReturnTo(tx, memberId) : to;
  const { count } = await tx.member.updateMany({
    // A pause that he took himself is his to end.
    where: {
      id: memberId,
      brandId,
      role: found.role,
      status: { in: from },
      ...(kind === "resume" ? { pausedFrom: null } : {}),
    },
    data: {
      status: next,
      version: { increment: 1 },
      ...(to === "suspended" ? { isOpen: false, openUntil: null, awaySince: null } : {}),
    },
  });
  if (count === 0) {
    const isSoAlready = (await tx.member.count({ where: { id: memberId, brandId, status: next } })) > 0;
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
  emit(
    toMember(memberId, "self.changed", await selfView({ tx, memberId, now })),
    toBrand(brandId, "board.changed", {}),
  );
  return id;
}
