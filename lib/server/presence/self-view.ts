import { isOpenAt, nextOpening } from "@/lib/domain/hours/open";
import { brandHours } from "@/lib/domain/hours/schema";
import { initialsOf, tintOf } from "@/lib/domain/member/appearance";
import { helperKind } from "@/lib/domain/member/role";
import type { SelfView } from "@/lib/domain/member/view";
import type { Tx } from "@/lib/server/commit";
import { isOwnPause } from "@/lib/server/habit/member-time";
import { ownTime } from "@/lib/server/habit/own-time";

/** A member's own state, as his desk shows it. Throws when there is none of that id. */
export async function selfView({
  tx,
  memberId,
  now,
}: {
  tx: Tx;
  memberId: string;
  now: Date;
}): Promise<SelfView> {
  const member = await tx.member.findUniqueOrThrow({
    where: { id: memberId },
    include: { brand: { select: { hours: true, timeZone: true } } },
  });
  const kind = helperKind(member.role);
  const hours = brandHours(member.brand.hours);
  const { timeZone } = member.brand;
  const isInHours = isOpenAt(hours, kind, now, timeZone);
  const isOver = member.openUntil !== null && member.openUntil <= now;
  return {
    id: member.id,
    role: member.role,
    kind,
    name: member.displayName,
    initials: initialsOf(member.displayName),
    tint: tintOf(member.id),
    capacity: member.capacity,
    load: member.load,
    isOpen: member.isOpen && !isOver,
    openUntil: isOver ? null : (member.openUntil?.toISOString() ?? null),
    isAway: member.awaySince !== null,
    isPausedByManager: (member.status === "paused" && !isOwnPause(member)) || member.status === "suspended",
    isInHours,
    opensAt: isInHours ? null : (nextOpening(hours, kind, now, timeZone)?.toISOString() ?? null),
    isRaised: member.capacityTold !== null && member.capacityTold < member.capacity,
    languages: member.languages,
    ownTime: await ownTime({ tx, row: member, now }),
  };
}
