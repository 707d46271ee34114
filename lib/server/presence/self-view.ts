import { initialsOf, tintOf } from "@/lib/domain/member/appearance";
import { helperKind } from "@/lib/domain/member/role";
import type { SelfView } from "@/lib/domain/member/view";
import type { Tx } from "@/lib/server/commit";

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
  const member = await tx.member.findUniqueOrThrow({ where: { id: memberId } });
  const isOver = member.openUntil !== null && member.openUntil <= now;
  return {
    id: member.id,
    role: member.role,
    kind: helperKind(member.role),
    name: member.displayName,
    initials: initialsOf(member.displayName),
    tint: tintOf(member.id),
    capacity: member.capacity,
    load: member.load,
    isOpen: member.isOpen && !isOver,
    openUntil: isOver ? null : (member.openUntil?.toISOString() ?? null),
    isAway: member.awaySince !== null,
    isPausedByManager: member.status === "paused" || member.status === "suspended",
    languages: member.languages,
  };
}
