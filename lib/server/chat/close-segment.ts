import type { Tx } from "@/lib/server/commit";
import { freePlaces } from "@/lib/server/member/change-loads";
import { climbRamp } from "@/lib/server/member/climb-ramp";

/**
 * The helper who carries the chat stops doing so, and his place is free; a chat carried to its end counts. One caller wins; null when nobody carries it
 * (or not this member, if one is named).
 */
export async function closeSegment({
  tx,
  chatId,
  memberId,
  as,
  now,
}: {
  tx: Tx;
  chatId: string;
  memberId?: string;
  as: "ended" | "handed_over" | "lost";
  now: Date;
}): Promise<{ memberId: string; name: string; role: "expert" | "agent" | "manager" | "admin" } | null> {
  const [segment] = await tx.segment.updateManyAndReturn({
    where: { chatId, state: "open", ...(memberId ? { memberId } : {}) },
    data: { state: as, endedAt: now },
    select: { memberId: true, brandId: true, member: { select: { displayName: true, role: true } } },
  });
  if (!segment) return null;
  const { memberId: id, brandId } = segment;
  await freePlaces(tx, [id]);
  // A statement of its own: of two chats that end at once, the later one waited above, and must see the other one ended.
  await tx.$executeRaw`
    UPDATE members SET idle_since = ${now}
    WHERE id = ${id} AND NOT EXISTS (SELECT 1 FROM segments WHERE member_id = ${id} AND state = 'open')`;
  if (as === "ended") {
    await tx.member.update({ where: { id }, data: { chatsHeld: { increment: 1 } } });
    await climbRamp({ tx, brandId, memberId: id, now });
  }
  return { memberId: segment.memberId, name: segment.member.displayName, role: segment.member.role };
}
