import type { Tx } from "@/lib/server/commit";
import { earnLater } from "./earn-later";
import { recordFact } from "./record-fact";

/**
 * Says of members' reports that a moderator found them right, or, once he takes that back, that he did not after all. A
 * report that the moderator made himself is nobody else's word, and visitors' are no facts of members.
 *
 * @param sourceId the moderator's action
 */
export async function upholdFlags({
  tx,
  brandId,
  flagIds,
  moderatorId,
  isUpheld,
  sourceId,
  now,
}: {
  tx: Tx;
  brandId: string;
  flagIds: readonly string[];
  moderatorId: string;
  isUpheld: boolean;
  sourceId: string;
  now: Date;
}): Promise<void> {
  const ids = [...flagIds];
  if (isUpheld) {
    const reports = await tx.$queryRaw<{ flagId: string; memberId: string }[]>`
      SELECT f.id AS "flagId", m.id AS "memberId" FROM flags f
      JOIN members m ON m.id = f.reporter_id AND m.brand_id = f.brand_id
      WHERE f.id = ANY(${ids}) AND m.id <> ${moderatorId} ORDER BY m.id, f.id`;
    for (const { flagId, memberId } of reports) {
      const fact = { brandId, memberId, kind: "safety.upheld" as const, at: now, sourceId: flagId };
      await recordFact({ tx, fact });
    }
  }
  const ruled = await tx.$queryRaw<{ memberId: string }[]>`
    WITH ruled AS (
      INSERT INTO fact_rulings (brand_id, fact_id, counts, source_id, at)
      SELECT f.brand_id, f.id, ${isUpheld}, ${sourceId}, ${now} FROM facts f
      LEFT JOIN LATERAL (
        SELECT counts FROM fact_rulings WHERE fact_id = f.id ORDER BY id DESC LIMIT 1) r ON true
      WHERE f.kind = 'safety.upheld' AND f.source_id = ANY(${ids}) AND coalesce(r.counts, true) <> ${isUpheld}
      RETURNING fact_id)
    SELECT DISTINCT f.member_id AS "memberId" FROM ruled JOIN facts f ON f.id = ruled.fact_id ORDER BY 1`;
  for (const { memberId } of ruled) await earnLater({ tx, memberId });
}
