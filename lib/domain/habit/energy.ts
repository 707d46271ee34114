import type { HelperKind } from "@/lib/domain/member/role";

/** So many questions a day an owner is asked to take where he says nothing: the sentence of the design, six. */
const usualBudget = 6;
export const mostBudget = 30;

/**
 * How many questions of a day somebody takes before he is left alone until tomorrow; null for as many as come. Who is paid
 * for it has no such end unless he sets one.
 * @param stored his own number; 0 for none, null where he said nothing
 */
export function energyBudget(stored: number | null, kind: HelperKind): number | null {
  if (stored === null) return kind === "owner" ? usualBudget : null;
  return stored === 0 ? null : stored;
}

/** Questions taken today: what was counted is of a day that may be over. */
export function energyUsed({ used, until }: { used: number; until: Date | null }, now: Date): number {
  return until !== null && until > now ? used : 0;
}
