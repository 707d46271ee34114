import { mayManage, restorableDays } from "@/lib/domain/member/manage";
import type { GonePerson } from "@/lib/domain/member/people-view";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { findEndings } from "./find-endings";
import { appearanceOf } from "./person-row";

/** Who left the brand or was removed in the last 30 days, newest first. */
export async function listRemoved({
  member,
  now,
}: {
  member: MemberActor;
  now: Date;
}): Promise<GonePerson[]> {
  const { brandId } = member;
  const reach = restorableDays * 86_400;
  const rows = await db().member.findMany({
    where: { brandId, status: "left", removedAt: { gt: later(now, -reach) } },
    orderBy: [{ removedAt: "desc" }, { id: "asc" }],
    select: {
      id: true,
      displayName: true,
      role: true,
      removedAt: true,
      user: { select: { email: true } },
    },
  });
  const endings = await findEndings({ brandId, memberIds: rows.map(({ id }) => id) });
  return rows.flatMap((row) => {
    const { removedAt } = row;
    if (!removedAt) return [];
    const ending = endings.get(row.id);
    const isRemoved = ending?.action === "removed";
    return [
      {
        ...appearanceOf(row),
        email: row.user.email,
        removedAt: removedAt.toISOString(),
        removedBy: isRemoved ? ending.actorName : null,
        restorableUntil:
          isRemoved && mayManage(member.role, row.role) ? later(removedAt, reach).toISOString() : null,
      },
    ];
  });
}
