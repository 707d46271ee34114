import type { MemberActor } from "@/lib/server/account/actor";
import type { Tx } from "@/lib/server/commit";
import { type Emit, toBrand, toVisitor } from "@/lib/server/event/publish";

/** Within `tx`: lifts the bans of a visitor that run, if any. Returns the action's id; null when there was none. */
export async function endBan({
  tx,
  emit,
  member,
  visitorId,
  reason,
  undoes,
  now,
}: {
  tx: Tx;
  emit: Emit;
  member: MemberActor;
  visitorId: string;
  reason?: string;
  undoes?: string;
  now: Date;
}): Promise<string | null> {
  const { id: actorId, brandId } = member;
  const lifted = await tx.ban.updateManyAndReturn({
    where: { brandId, visitorId, liftedAt: null, until: { gt: now } },
    data: { liftedAt: now },
    select: { id: true },
  });
  const [ban] = lifted;
  if (!ban) return null;
  const { id } = await tx.moderationAction.create({
    data: { brandId, actorId, kind: "lift", visitorId, banId: ban.id, reason, undoes, actedAt: now },
    select: { id: true },
  });
  emit(toVisitor(visitorId, "sync", {}), toBrand(brandId, "board.changed", {}));
  return id;
}
