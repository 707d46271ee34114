import { AppError } from "@/lib/domain/error";
import type { Role } from "@/lib/domain/member/role";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { commit } from "@/lib/server/commit";
import { toBrand, toMember } from "@/lib/server/event/publish";
import { placesChanged } from "@/lib/server/presence/places-changed";
import { endCoachings } from "@/lib/server/training/end-coachings";
import { findCoaches } from "@/lib/server/training/find-coaches";
import { keepAnAdmin } from "./keep-an-admin";
import { releaseHelper } from "./release-helper";

/**
 * A member has no place any more: his next request is refused, his offers, chats and sockets go as `releaseHelper`
 * says. His row stays, with what he did.
 *
 * NOT_FOUND in another brand and for who left already, LAST_ADMIN, and what `mayEnd` throws for his role.
 */
export async function endMembership({
  brandId,
  memberId,
  actorId,
  action,
  mayEnd,
  eraseAt = null,
  now,
}: {
  brandId: string;
  memberId: string;
  actorId: string;
  action: "removed" | "left";
  mayEnd?: (role: Role) => void;
  /** When all of his shall be erased, if he asked for it. */
  eraseAt?: Date | null;
  now: Date;
}): Promise<void> {
  await commit(async (tx, emit) => {
    const found = await tx.member.findFirst({
      where: { id: memberId, brandId, status: { not: "left" } },
      select: { role: true, status: true },
    });
    if (!found) throw new AppError("NOT_FOUND");
    const { role, status } = found;
    mayEnd?.(role);
    if (role === "admin") await keepAnAdmin({ tx, brandId, memberId, actorId });
    const { count } = await tx.member.updateMany({
      // Of two who do it at once, or while he becomes an admin, one is too late.
      where: { id: memberId, brandId, role, status },
      data: {
        status: "left",
        removedAt: now,
        isOpen: false,
        openUntil: null,
        awaySince: null,
        // A wish of an earlier leaving, before he came back, is no wish of this one.
        eraseAt,
        version: { increment: 1 },
      },
    });
    if (count === 0) throw new AppError("NOT_FOUND");
    await tx.networkTrace.deleteMany({ where: { brandId, holderId: memberId } });
    await tx.lease.updateMany({ where: { memberId, expiresAt: { gt: now } }, data: { expiresAt: now } });
    await recordAudit(tx, {
      brandId,
      actorId,
      action,
      subject: `member:${memberId}`,
      before: { status },
      after: { status: "left" },
      at: now,
    });
    emit(toMember(memberId, "sync", {}), toBrand(brandId, "board.changed", {}));
    await endCoachings({ tx, memberId, now });
  });
  await releaseHelper({ brandId, memberId, now });
  await findCoaches({ brandId, now });
  await placesChanged({ brandId, now });
}
