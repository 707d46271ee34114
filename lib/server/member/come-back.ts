import type { Tx } from "@/lib/server/commit";
import type { Emit } from "@/lib/server/event/publish";
import { applyTime } from "@/lib/server/habit/apply-time";
import { advanceTraining } from "@/lib/server/training/advance-training";
import { lockMember } from "@/lib/server/training/lock-member";

/**
 * Within `tx`, once somebody's pause, suspension or removal is taken back: his training goes on with what he did meanwhile,
 * and his own time counts again, so that he is on the vacation that began. Tells his screens and the board. The caller
 * looks at places (`placesChanged`) once this is committed, and for coaches (`findCoaches`).
 */
export async function comeBack({
  tx,
  emit,
  brandId,
  memberId,
  now,
}: {
  tx: Tx;
  emit: Emit;
  brandId: string;
  memberId: string;
  now: Date;
}): Promise<void> {
  const learner = await lockMember(tx, { brandId, memberId });
  if (learner) await advanceTraining({ tx, emit, learner, now });
  await applyTime({ tx, emit, memberId, now });
}
