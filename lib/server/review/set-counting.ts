import type { Tx } from "@/lib/server/commit";
import { settleReturns } from "@/lib/server/recognition/settle-returns";

type Changed = { id: string; memberId: string; topicId: string | null };

/**
 * Lets thanks count or not, with all facts that come from them, what was answered two weeks later, and the numbers that
 * are kept beside; only those that have facts, since what the rules of thanks do not count never does. The members are
 * held by the caller. Returns whose counting changed.
 *
 * @param sourceId the review that says so
 */
export async function setCounting({
  tx,
  thanksIds,
  counts,
  sourceId,
  now,
}: {
  tx: Tx;
  thanksIds: readonly string[];
  counts: boolean;
  sourceId: string;
  now: Date;
}): Promise<string[]> {
  const ids = [...thanksIds];
  await tx.$executeRaw`
    INSERT INTO fact_rulings (brand_id, fact_id, counts, source_id, at)
    SELECT f.brand_id, f.id, ${counts}, ${sourceId}, ${now} FROM facts f
    LEFT JOIN LATERAL (
      SELECT counts FROM fact_rulings WHERE fact_id = f.id ORDER BY id DESC LIMIT 1) r ON true
    WHERE f.source_id = ANY(${ids}) AND f.kind <> 'thanks.lasting' AND coalesce(r.counts, true) <> ${counts}
    ORDER BY f.id`;
  const changed = await tx.$queryRaw<Changed[]>`
    UPDATE thanks t SET counts = ${counts}
    WHERE t.id = ANY(${ids}) AND t.counts <> ${counts}
      AND EXISTS (SELECT 1 FROM facts f WHERE f.source_id = t.id AND f.kind = 'thanks.received')
    RETURNING t.id, t.member_id AS "memberId", t.topic_id AS "topicId"`;
  for (const { memberId, topicId } of changed) {
    if (!topicId) continue;
    const by = counts ? 1 : -1;
    await tx.$executeRaw`
      UPDATE member_topics SET thanks = greatest(0, thanks + ${by})
      WHERE member_id = ${memberId} AND topic_id = ${topicId}`;
  }
  await settleReturns({ tx, thanksIds, sourceId, now });
  return [...new Set(changed.map(({ memberId }) => memberId))].sort();
}
