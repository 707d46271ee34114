import type { RampView } from "@/lib/domain/member/people-view";
import { isBelowFloor, nextStage } from "@/lib/domain/member/ramp";
import { helperKind } from "@/lib/domain/member/role";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";

/** Where the number of one of the brand's people comes from. Throws when there is none of that id. */
export async function rampView({
  member: { brandId, settings },
  memberId,
}: {
  member: MemberActor;
  memberId: string;
}): Promise<RampView> {
  const where = { memberId, brandId };
  const [row, thanks, ratings] = await Promise.all([
    db().member.findUniqueOrThrow({ where: { id: memberId, brandId } }),
    db().thanks.count({ where: { ...where, counts: true } }),
    db().rating.aggregate({ where, _count: true, _avg: { stars: true } }),
  ]);
  const { stage, capacityFixed, chatsHeld: chats } = row;
  const kind = helperKind(row.role);
  const stars = ratings._avg.stars;
  return {
    stage,
    byRule: row.capacityRule ?? row.capacity,
    wish: row.capacityWish,
    fixedBy: capacityFixed === null ? null : await whoSet({ brandId, memberId, capacityFixed }),
    thanks,
    chats,
    next: nextStage(stage, kind, settings),
    isHeld: isBelowFloor({ kind, thanks, chats, ratings: ratings._count, stars }, settings),
  };
}

/** The member who set the number that holds, by the journal; null where nobody is known. */
async function whoSet({
  brandId,
  memberId,
  capacityFixed,
}: {
  brandId: string;
  memberId: string;
  capacityFixed: number;
}): Promise<string | null> {
  const entry = await db().audit.findFirst({
    where: {
      brandId,
      subject: `member:${memberId}`,
      after: { path: ["capacity"], equals: capacityFixed },
    },
    orderBy: { id: "desc" },
    select: { actorId: true },
  });
  if (!entry?.actorId) return null;
  const actor = await db().member.findFirst({
    where: { id: entry.actorId, brandId },
    select: { displayName: true },
  });
  return actor?.displayName ?? null;
}
