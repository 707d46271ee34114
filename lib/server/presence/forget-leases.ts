import { db } from "@/lib/server/database";

/**
 * Forgets the screens whose lease ended before a moment; each member keeps when his last one was alive. Members are
 * locked in the order of their ids, as everywhere.
 */
export async function forgetLeases({ before }: { before: Date }): Promise<void> {
  await db().$executeRaw`
    WITH gone AS (DELETE FROM leases WHERE expires_at < ${before} RETURNING member_id, expires_at),
      last AS (SELECT member_id, max(expires_at) AS at FROM gone GROUP BY member_id)
    UPDATE members m SET last_seen_at = greatest(m.last_seen_at, last.at) FROM last
    WHERE m.id = last.member_id AND m.id IN (
      SELECT id FROM members WHERE id IN (SELECT member_id FROM last) ORDER BY id FOR NO KEY UPDATE)`;
}
