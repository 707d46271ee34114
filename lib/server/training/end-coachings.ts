import type { Role } from "@/lib/domain/member/role";
import type { Tx } from "@/lib/server/commit";
import { type Emit, toMember } from "@/lib/server/event/publish";
import { isTrustedToCoach } from "./coach-for";

/**
 * Within `tx`, for somebody who has no place any more: ends what he coached, and who coached him. `findCoaches` is due once
 * this is committed.
 */
export async function endCoachings({
  tx,
  memberId,
  now,
}: {
  tx: Tx;
  memberId: string;
  now: Date;
}): Promise<void> {
  await tx.coaching.updateMany({
    where: { OR: [{ coachId: memberId }, { learnerId: memberId }], endedAt: null },
    data: { endedAt: now, ending: "gone" },
  });
}

/**
 * Within `tx`, with his row locked, for somebody whose role or trust is another one now: ends what he coached where he may
 * not any more. `findCoaches` is due once this is committed.
 */
export async function endUnfitCoachings({
  tx,
  emit,
  coach,
  now,
}: {
  tx: Tx;
  emit: Emit;
  coach: { id: string; brandId: string; role: Role };
  now: Date;
}): Promise<void> {
  if (await isTrustedToCoach({ tx, coach, now })) return;
  const ended = await tx.coaching.updateManyAndReturn({
    where: { coachId: coach.id, endedAt: null },
    data: { endedAt: now, ending: "gone" },
    select: { learnerId: true },
  });
  if (ended.length > 0)
    emit(...[coach.id, ...ended.map(({ learnerId }) => learnerId)].map((id) => toMember(id, "sync", {})));
}
