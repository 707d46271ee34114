import { AppError } from "@/lib/domain/error";
import { mayManage } from "@/lib/domain/member/manage";
import { type MuteMember, maxRoomDays } from "@/lib/domain/room/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { later } from "@/lib/server/clock";
import { commit } from "@/lib/server/commit";
import { toRoom } from "@/lib/server/event/publish";

/**
 * A manager silences a member in the room until then, or lets him speak again; he reads on, keeps his chats, and is
 * told why. Both stand in the journal. FORBIDDEN for oneself and for admins, unless by an admin; NOT_FOUND in another brand and
 * for who left; INVALID_INPUT for a moment that has passed or is more than 90 days away.
 */
export async function muteMember({
  member,
  memberId,
  input,
  now,
}: {
  member: MemberActor;
  memberId: string;
  input: MuteMember;
  now: Date;
}): Promise<void> {
  const { brandId, id: actorId } = member;
  const until = input.until === null ? null : new Date(input.until);
  await commit(async (tx, emit) => {
    const found = await tx.member.findFirst({
      where: { id: memberId, brandId, status: { not: "left" } },
      select: { role: true, roomPlace: true },
    });
    if (!found) throw new AppError("NOT_FOUND");
    if (memberId === actorId || !mayManage(member.role, found.role)) throw new AppError("FORBIDDEN");
    if (until && (until <= now || until > later(now, maxRoomDays * 86_400)))
      throw new AppError("INVALID_INPUT", { field: "until", problem: "range" });
    const before = found.roomPlace?.mutedUntil ?? null;
    const wasMuted = before !== null && before > now;
    if (!until && !wasMuted) return;
    const data = { mutedUntil: until, muteReason: until ? input.reason : null };
    await tx.roomPlace.upsert({
      where: { memberId },
      create: { memberId, brandId, ...data },
      update: data,
    });
    await recordAudit(tx, {
      brandId,
      actorId,
      action: until ? "muted" : "unmuted",
      subject: `member:${memberId}`,
      before: { mutedUntil: wasMuted ? before.toISOString() : null },
      after: { mutedUntil: until?.toISOString() ?? null, ...(until ? { reason: input.reason } : {}) },
      at: now,
    });
    emit(toRoom(brandId, "sync", {}));
  });
}
