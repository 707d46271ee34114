import type { CountedFact } from "@/lib/domain/badge/earn";
import type { Tx } from "@/lib/server/commit";
import { Prisma } from "@/prisma/generated/client";

export type MemberFact = CountedFact & { memberId: string; sourceId: string };

/**
 * The facts of a member, or of everybody in a brand, that count: those on which no ruling stands, or one that lets them.
 * In the order in which they happened.
 */
export async function findFacts({
  tx,
  ...of
}: { tx: Tx } & ({ memberId: string } | { brandId: string })): Promise<MemberFact[]> {
  const whose =
    "memberId" in of ? Prisma.sql`f.member_id = ${of.memberId}` : Prisma.sql`f.brand_id = ${of.brandId}`;
  return tx.$queryRaw<MemberFact[]>`
    SELECT f.id, f.kind, f.at, t.slug AS topic, f.language, f.member_id AS "memberId", f.source_id AS "sourceId"
    FROM facts f
    LEFT JOIN topics t ON t.id = f.topic_id
    LEFT JOIN LATERAL (
      SELECT counts FROM fact_rulings WHERE fact_id = f.id ORDER BY id DESC LIMIT 1) r ON true
    WHERE ${whose} AND coalesce(r.counts, true)
    ORDER BY f.at, f.id`;
}
