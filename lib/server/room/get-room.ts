import { helperKind } from "@/lib/domain/member/role";
import { mayAnswer } from "@/lib/domain/member/status";
import { can } from "@/lib/domain/permission/permission";
import type { RoomState } from "@/lib/domain/room/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { realtimeAddress } from "@/lib/server/event/realtime-address";
import { listRoom } from "./list-room";
import { roomMessageView, roomSelect } from "./room-view";

/** The brand's room as one member opens it. */
export async function getRoom({ member, now }: { member: MemberActor; now: Date }): Promise<RoomState> {
  const { id: memberId, brandId, role } = member;
  const mayModerate = can(role, "moderate");
  const [row, room, list, pinned, muted] = await Promise.all([
    db().member.findUniqueOrThrow({
      where: { id: memberId },
      select: { status: true, roomPlace: true },
    }),
    db().room.findUnique({ where: { brandId } }),
    listRoom({ member, query: {} }),
    db().roomMessage.findMany({
      where: { brandId, kind: "announcement", hiddenAt: null, pinnedUntil: { gt: now } },
      orderBy: { seq: "desc" },
      take: 5,
      select: roomSelect,
    }),
    mayModerate
      ? db().roomPlace.findMany({
          where: { brandId, mutedUntil: { gt: now }, member: { status: { not: "left" } } },
          orderBy: { mutedUntil: "asc" },
          select: {
            memberId: true,
            mutedUntil: true,
            muteReason: true,
            member: { select: { displayName: true } },
          },
        })
      : [],
  ]);
  const place = row.roomPlace;
  const still = (until: Date | null | undefined) => (until && until > now ? until.toISOString() : null);
  const mutedUntil = still(place?.mutedUntil);
  return {
    now: now.toISOString(),
    brandId,
    self: {
      memberId,
      kind: helperKind(role),
      isReader: !mayAnswer(row.status),
      mayAnnounce: can(role, "people"),
      mayModerate,
      readSeq: place?.readSeq ?? 0,
      quietUntil: still(place?.quietUntil),
      mutedUntil,
      muteReason: mutedUntil ? (place?.muteReason ?? null) : null,
    },
    lastSeq: room?.lastSeq ?? 0,
    ...list,
    announcements: pinned.map((message) => roomMessageView(message)),
    muted: muted.flatMap((each) =>
      each.mutedUntil
        ? [
            {
              memberId: each.memberId,
              name: each.member.displayName,
              until: each.mutedUntil.toISOString(),
              reason: each.muteReason ?? "",
            },
          ]
        : [],
    ),
    realtime: realtimeAddress(),
  };
}
