import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { commit } from "@/lib/server/commit";
import { toRoom } from "@/lib/server/event/publish";
import { roomMessageView, roomSelect } from "./room-view";

/**
 * Takes a message's words from the room, or shows them again; an announcement that is hidden is taken back. Doing it
 * again changes nothing. The journal says that it was done, not what was said. NOT_FOUND in another brand.
 */
export async function changeHidden({
  member,
  roomMessageId,
  isHidden,
  now,
}: {
  member: MemberActor;
  roomMessageId: string;
  isHidden: boolean;
  now: Date;
}): Promise<void> {
  const { brandId, id: actorId } = member;
  await commit(async (tx, emit) => {
    const found = await tx.roomMessage.findFirst({
      where: { id: roomMessageId, brandId },
      select: { id: true },
    });
    if (!found) throw new AppError("NOT_FOUND");
    const { count } = await tx.roomMessage.updateMany({
      where: { id: roomMessageId, brandId, hiddenAt: isHidden ? null : { not: null } },
      data: isHidden ? { hiddenAt: now, hiddenById: actorId } : { hiddenAt: null, hiddenById: null },
    });
    if (count === 0) return;
    await recordAudit(tx, {
      brandId,
      actorId,
      action: isHidden ? "hidden" : "shown",
      subject: `room:${roomMessageId}`,
      at: now,
    });
    const row = await tx.roomMessage.findUniqueOrThrow({ where: { id: roomMessageId }, select: roomSelect });
    // However far back it stands, open screens have it from this; managers read their own copy.
    emit(toRoom(brandId, "room.message", roomMessageView(row)));
  });
}
