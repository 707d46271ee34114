import type { Tx } from "@/lib/server/commit";

/**
 * Counts anew, on topics that a member knows, which of his thanks held two weeks later and which did not; the latter are
 * misses, too. Only thanks that count do. The same whenever and however often it is counted; the member is held by the
 * caller.
 */
export async function countReturns({
  tx,
  memberId,
  topicIds,
}: {
  tx: Tx;
  memberId: string;
  topicIds: readonly string[];
}): Promise<void> {
  await tx.$executeRaw`
    UPDATE member_topics m SET lasting = c.lasting, faded = c.faded, misses = m.misses - m.faded + c.faded
    FROM (
      SELECT k.topic_id, count(*) FILTER (WHERE r.answer = 'yes')::int AS lasting,
        count(*) FILTER (WHERE r.answer = 'no')::int AS faded
      FROM member_topics k
      LEFT JOIN thanks t ON t.member_id = k.member_id AND t.topic_id = k.topic_id AND t.counts
      LEFT JOIN thanks_returns r ON r.rating_id = t.rating_id
      WHERE k.member_id = ${memberId} AND k.topic_id = ANY(${[...topicIds]})
      GROUP BY 1) c
    WHERE m.member_id = ${memberId} AND m.topic_id = c.topic_id`;
}
