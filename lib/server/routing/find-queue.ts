import { z } from "zod";
import { audiences } from "@/lib/domain/question/audience";
import { comesBefore, type Waiting } from "@/lib/domain/routing/route-queue";
import { Names } from "@/lib/domain/schema";
import type { Tx } from "@/lib/server/commit";
import { Prisma } from "@/prisma/generated/client";
import { chanceOf } from "./chance-of";
import type { Ties } from "./find-people";

/**
 * Beyond so many waiting questions nobody is free anyway, and what is further behind need not be weighed. But a long queue
 * of one kind says nothing of who is free for another: of each language, audience and topic so many are weighed at least.
 */
const longestQueue = 200;
const longestOfKind = 50;

const Row = z.object({
  id: z.string(),
  visitorId: z.string(),
  state: z.enum(["asked", "offering", "calling"]),
  language: z.string(),
  audience: z.enum(audiences),
  topicId: z.string().nullable(),
  topicNames: Names.nullable(),
  product: z.string().nullable(),
  round: z.number(),
  wave: z.number(),
  targetSeconds: z.number(),
  promiseSeconds: z.number(),
  promiseKept: z.boolean().nullable(),
  askedAt: z.date(),
  roundAt: z.date(),
  wakeAt: z.date().nullable(),
  position: z.number().nullable(),
  expectedSeconds: z.number().nullable(),
  offers: z.array(
    z.object({
      id: z.string(),
      memberId: z.string(),
      wave: z.number(),
      state: z.enum(["made", "delivered", "accepted", "declined", "expired", "withdrawn"]),
      reserves: z.boolean(),
      madeAt: z.coerce.date(),
      expiresAt: z.coerce.date(),
    }),
  ),
});

/** A waiting question with the offers of its round, as it is stored. */
export type QueuedRow = z.infer<typeof Row>;
export type Queued = Waiting & { row: QueuedRow };

/**
 * Those of `due` and those before them who wait without holding anybody's place, who comes first first; of the latter the
 * first in all, and the first of each language, audience and topic. Whoever stands behind them cannot change what is
 * decided.
 */
export async function findQueue({
  tx,
  brandId,
  due,
}: {
  tx: Tx;
  brandId: string;
  /** Null for all that wait. */
  due: readonly string[] | null;
}): Promise<QueuedRow[]> {
  // Read at once, not for each question: one that holds somebody's place stands in nobody's way.
  const inTheWay = due
    ? Prisma.sql`AND (NOT round > 1, asked_at, id) <= (SELECT is_new, asked_at, id FROM last)
        AND id NOT IN (SELECT o.question_id FROM offers o
          WHERE o.brand_id = ${brandId} AND o.reserves AND o.state IN ('made', 'delivered'))`
    : Prisma.empty;
  const rows = await tx.$queryRaw`
    WITH last AS (
      SELECT NOT round > 1 AS is_new, asked_at, id FROM questions WHERE id = ANY(${due ?? []})
      ORDER BY 1 DESC, 2 DESC, 3 DESC LIMIT 1),
    waiting AS MATERIALIZED (
      SELECT id, language, audience, topic_id,
        row_number() OVER (ORDER BY (round > 1) DESC, asked_at, id) AS place
      FROM questions WHERE brand_id = ${brandId} AND state IN ('asked', 'offering', 'calling') ${inTheWay}),
    -- Of each kind by itself, and only where one is cut off: to number all by kind takes twice as long.
    queue AS (
      SELECT id FROM waiting WHERE place <= ${longestQueue}
      UNION
      SELECT first.id FROM (
        SELECT DISTINCT language, audience, topic_id FROM waiting WHERE place > ${longestQueue}) kind
      CROSS JOIN LATERAL (
        SELECT w.id FROM waiting w
        WHERE w.language = kind.language AND w.audience = kind.audience
          AND w.topic_id IS NOT DISTINCT FROM kind.topic_id
        ORDER BY w.place LIMIT ${longestOfKind}) first),
    chosen AS MATERIALIZED (
      SELECT * FROM questions
      WHERE id IN (SELECT id FROM queue) OR (id = ANY(${due ?? []}) AND state IN ('asked', 'offering', 'calling'))),
    -- All at once: a plan that was made while there were few offers would go through all of them for each question.
    asked AS (
      SELECT o.question_id, json_agg(json_build_object('id', o.id, 'memberId', o.member_id, 'wave', o.wave,
          'state', o.state, 'reserves', o.reserves, 'madeAt', o.made_at, 'expiresAt', o.expires_at)
          ORDER BY o.made_at, o.id) AS offers
      FROM offers o JOIN chosen q ON q.id = o.question_id AND q.round = o.round
      WHERE o.question_id = ANY(ARRAY(SELECT id FROM chosen)) GROUP BY o.question_id)
    SELECT q.id, q.visitor_id AS "visitorId", q.state, q.language, q.audience, q.topic_id AS "topicId",
      t.names AS "topicNames", q.product, q.round, q.wave, q.target_seconds AS "targetSeconds",
      q.promise_seconds AS "promiseSeconds", coalesce(q.promise_kept, q.left_at IS NOT NULL OR NULL) AS "promiseKept", q.asked_at AS "askedAt",
      q.round_at AS "roundAt", q.wake_at AS "wakeAt", q.position, q.expected_seconds AS "expectedSeconds",
      coalesce(asked.offers, '[]') AS offers
    FROM chosen q LEFT JOIN topics t ON t.id = q.topic_id LEFT JOIN asked ON asked.question_id = q.id`;
  return z.array(Row).parse(rows).sort(comesBefore);
}

/** A stored row as the rule looks at it. */
export function queuedOf(row: QueuedRow, ties: Ties, isDue: boolean): Queued {
  const own = ties.get(row.id) ?? new Map();
  const notFor = [...own].filter(([, tie]) => tie.isBlocked || tie.handedOver).map(([memberId]) => memberId);
  return {
    id: row.id,
    row,
    question: { ...row, chance: chanceOf(`${row.id}:${row.round}`) },
    offers: row.offers,
    notFor: new Set(notFor),
    isDue,
  };
}
