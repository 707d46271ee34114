import { AppError } from "@/lib/domain/error";
import { changedMeanwhile } from "@/lib/server/audit/changed-meanwhile";
import type { Tx } from "@/lib/server/commit";

/**
 * The refusal of what came too late for an award, with the name of who was faster: AWARD_WITHDRAWN where it is taken back
 * now, AWARD_GIVEN_BACK where it is his.
 */
export async function awardChanged(
  tx: Tx,
  { brandId, awardId }: { brandId: string; awardId: string },
): Promise<AppError> {
  const isWithdrawn = await tx.award.count({ where: { id: awardId, withdrawnAt: { not: null } } });
  const { params } = await changedMeanwhile(tx, { brandId, subject: `award:${awardId}` });
  return new AppError(isWithdrawn ? "AWARD_WITHDRAWN" : "AWARD_GIVEN_BACK", params);
}
