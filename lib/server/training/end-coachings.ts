import type { Tx } from "@/lib/server/commit";

/**
 * Within `tx`, for somebody who has no place any more: ends what he coached, and who coached him. Returns whose coach is
 * gone, for `findCoaches` once this is committed.
 */
export async function endCoachings({
  tx,
  memberId,
  now,
}: {
  tx: Tx;
  memberId: string;
  now: Date;
}): Promise<string[]> {
  const ended = await tx.coaching.updateManyAndReturn({
    where: { OR: [{ coachId: memberId }, { learnerId: memberId }], endedAt: null },
    data: { endedAt: now, ending: "gone" },
    select: { learnerId: true },
  });
  return ended.map(({ learnerId }) => learnerId).filter((id) => id !== memberId);
}
