import { db } from "@/lib/server/database";

/**
 * Forgets the screens whose lease ended before a moment; each member keeps when his last one was alive, and that he was
 * gone from then on unless another of his screens was there. Members are locked in the order of their ids, as everywhere.
 */
export async function forgetLeases({ before }: { before: Date }): Promise<void> {
  await db().$executeRaw`
    WITH gone AS (DELETE FROM leases WHERE expires_at < ${before} RETURNING member_id, expires_at),
      last AS (SELECT member_id, max(expires_at) AS at FROM gone GROUP BY member_id),
      noted AS (
        INSERT INTO presence_events (brand_id, member_id, kind, at)
        SELECT m.brand_id, m.id, 'gone', last.at FROM last JOIN members m ON m.id = last.member_id
        WHERE NOT EXISTS (
          SELECT 1 FROM leases l WHERE l.member_id = m.id AND l.expires_at >= ${before} AND l.expires_at > last.at)
        ON CONFLICT DO NOTHING)
    UPDATE members m SET last_seen_at = greatest(m.last_seen_at, last.at) FROM last
    WHERE m.id = last.member_id AND m.id IN (
      SELECT id FROM members WHERE id IN (SELECT member_id FROM last) ORDER BY id FOR NO KEY UPDATE)`;
}
