import { z } from "zod";
import { helperKind, roles } from "@/lib/domain/member/role";
import type { Candidate } from "@/lib/domain/routing/candidate";
import type { Tx } from "@/lib/server/commit";

const Row = z.object({
  memberId: z.string(),
  role: z.enum(roles),
  displayName: z.string(),
  openUntil: z.date().nullable(),
  awaySince: z.date().nullable(),
  lapses: z.number(),
  leaseUntil: z.date().nullable(),
  languages: z.array(z.string()),
  knowsTopic: z.boolean(),
  topicCount: z.number(),
  thanks: z.number(),
  misses: z.number(),
  wasThanked: z.boolean(),
  isBlocked: z.boolean(),
  ownsSince: z.date().nullable(),
  capacity: z.number(),
  load: z.number(),
  idleSince: z.date(),
});

/** A candidate with what his offer says of him. */
export type FoundCandidate = Candidate & { displayName: string; ownsSince: Date | null };

/** The members of the brand who say that they are open, with the facts that routing looks at. One query. */
export async function findCandidates({
  tx,
  brandId,
  visitorId,
  topicId,
  product,
}: {
  tx: Tx;
  brandId: string;
  visitorId: string;
  topicId: string | null;
  product: string | null;
}): Promise<FoundCandidate[]> {
  const rows = await tx.$queryRaw`
    SELECT m.id AS "memberId", m.role, m.display_name AS "displayName", m.open_until AS "openUntil",
      m.away_since AS "awaySince", m.lapses, m.languages, m.capacity, m.load, m.idle_since AS "idleSince",
      (SELECT max(l.expires_at) FROM leases l WHERE l.member_id = m.id) AS "leaseUntil",
      (${topicId}::text IS NULL OR mt.member_id IS NOT NULL) AS "knowsTopic",
      skill.topics AS "topicCount", skill.thanks, skill.misses,
      m.id IN (SELECT t.member_id FROM thanks t WHERE t.visitor_id = ${visitorId}) AS "wasThanked",
      m.id IN (
        SELECT CASE WHEN f.visitor_id IS NULL THEN f.member_id ELSE f.reporter_id END FROM flags f
        WHERE (f.visitor_id = ${visitorId} OR f.reporter_id = ${visitorId})
          AND f.outcome IS DISTINCT FROM 'dismissed') AS "isBlocked",
      o.since AS "ownsSince"
    FROM members m
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS topics,
        coalesce(sum(t.thanks) FILTER (WHERE ${topicId}::text IS NULL OR t.topic_id = ${topicId}::text), 0)::int AS thanks,
        coalesce(sum(t.misses) FILTER (WHERE ${topicId}::text IS NULL OR t.topic_id = ${topicId}::text), 0)::int AS misses
      FROM member_topics t WHERE t.member_id = m.id) skill
    LEFT JOIN member_topics mt ON mt.member_id = m.id AND mt.topic_id = ${topicId}::text
    LEFT JOIN ownerships o ON o.member_id = m.id AND o.product = ${product}::text
    WHERE m.brand_id = ${brandId} AND m.is_open AND m.status IN ('active', 'trial')
      AND NOT EXISTS (SELECT 1 FROM brands b WHERE b.id = m.brand_id AND b.deleted_at IS NOT NULL)`;
  return z
    .array(Row)
    .parse(rows)
    .map(({ role, ownsSince, ...row }) => ({
      ...row,
      kind: helperKind(role),
      isActive: true,
      isOpen: true,
      ownsProduct: ownsSince !== null,
      ownsSince,
    }));
}
