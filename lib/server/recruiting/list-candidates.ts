import { z } from "zod";
import {
  type CandidateCard,
  type CandidateColumn,
  CandidateCard as Card,
  candidateColumns,
  type PipelineFilter,
} from "@/lib/domain/recruiting/candidate-schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { Prisma } from "@/prisma/generated/client";

/** So many of a column are listed; the filter finds the others. */
const mostRows = 50;

export type CandidateList = { count: number; candidates: CandidateCard[] };
export type Candidates = Record<CandidateColumn | "declined", CandidateList>;

const Row = z.object({
  ...Card.omit({ since: true }).shape,
  since: z.date(),
  count: z.number(),
});

/**
 * A brand's candidates by where they stand: found ones by their score, the others by how long they have waited, the longest
 * first; those who were declined, the newest first.
 */
export async function listCandidates({
  member: { brandId },
  filter,
}: {
  member: MemberActor;
  filter: PipelineFilter;
}): Promise<Candidates> {
  const columns = [...candidateColumns, "declined"] as const;
  const lists = await Promise.all(columns.map((stage) => listStage(brandId, stage, filter)));
  return Object.fromEntries(columns.map((stage, index) => [stage, lists[index]])) as Candidates;
}

const order = {
  found: Prisma.sql`c.score DESC NULLS LAST, c.created_at DESC, c.id`,
  invited: Prisma.sql`c.stage_at, c.id`,
  applied: Prisma.sql`c.stage_at, c.id`,
  declined: Prisma.sql`c.stage_at DESC, c.id`,
};

async function listStage(
  brandId: string,
  stage: CandidateColumn | "declined",
  { q, topic, source }: PipelineFilter,
): Promise<CandidateList> {
  // The signs that LIKE reads as patterns are looked for as themselves.
  const pattern = q ? `%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%` : null;
  const rows = z.array(Row).parse(
    await db().$queryRaw`
      WITH fitting AS (
        SELECT * FROM candidates c
        WHERE brand_id = ${brandId} AND stage = ${stage}
          AND (${topic ?? null}::text IS NULL OR ${topic ?? null}::text = ANY(topic_ids))
          AND (${source ?? null}::text IS NULL OR source = ${source ?? null}::text)
          AND (${pattern}::text IS NULL OR plain_words(name) LIKE plain_words(${pattern}::text)
            OR email LIKE plain_words(${pattern}::text))
      ), shown AS (
        SELECT * FROM fitting c ORDER BY ${order[stage]} LIMIT ${mostRows}
      )
      SELECT c.id, c.stage, c.source, c.name, c.email, coalesce(c.topic_ids, '{}') AS "topicIds", c.score, c.version,
        c.stage_at AS since, (SELECT count(*)::int FROM fitting) AS count,
        (SELECT count(*)::int FROM candidate_notes n WHERE n.candidate_id = c.id AND n.deleted_at IS NULL) AS notes,
        (SELECT count(*)::int FROM (
          SELECT id FROM candidates o
          WHERE o.brand_id = c.brand_id AND o.stage IN ('found', 'invited', 'applied')
            AND plain_words(o.name) = plain_words(c.name)
          UNION
          SELECT id FROM candidates o
          WHERE o.brand_id = c.brand_id AND o.stage IN ('found', 'invited', 'applied') AND o.email = c.email
        ) twins WHERE twins.id <> c.id) AS duplicates
      FROM shown c ORDER BY ${order[stage]}`,
  );
  return {
    count: rows[0]?.count ?? 0,
    candidates: rows.map(({ count: _, since, ...card }) => ({ ...card, since: since.toISOString() })),
  };
}
