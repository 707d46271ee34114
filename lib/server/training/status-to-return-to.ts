import type { MemberStatus } from "@/lib/domain/member/status";
import { ownSteps } from "@/lib/domain/training/step";
import type { Tx } from "@/lib/server/commit";
import { stepsDone } from "./progress";

/**
 * What somebody is again after a pause, a vacation or a suspension: active, but where his training had begun and was not
 * over he goes on where he was. Steps and coaches are written of newcomers alone.
 */
export async function statusToReturnTo(
  tx: Tx,
  memberId: string,
): Promise<Extract<MemberStatus, "training" | "trial" | "active">> {
  const [rows, coachings] = await Promise.all([
    tx.trainingStep.findMany({ where: { memberId }, select: { step: true } }),
    tx.coaching.count({ where: { learnerId: memberId } }),
  ]);
  const done = stepsDone(rows);
  if (done.has("trial") || (done.size === 0 && coachings === 0)) return "active";
  return ownSteps.every((step) => done.has(step)) ? "trial" : "training";
}
