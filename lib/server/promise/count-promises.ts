import { z } from "zod";
import { type Kept, keptOf, type PromiseCount } from "@/lib/domain/promise/calibration";
import { db } from "@/lib/server/database";

const Counts = z.array(
  z.object({
    day: z.string(),
    promiseSeconds: z.number(),
    answerer: z.enum(["owner", "staff", "nobody"]),
    kept: z.number(),
    broken: z.number(),
    undecided: z.number(),
  }),
);
const Others = z.object({
  medianSeconds: z.number().nullable(),
  leftKept: z.number(),
  leftJudged: z.number(),
  leftWaiting: z.number(),
});

export type Counted = {
  counts: PromiseCount[];
  /** Median seconds from question to first answer; null without one. */
  medianSeconds: number | null;
  /** Left questions answered by the time that was stated, and those whose time has not come. */
  left: Kept & { waiting: number };
};

/**
 * The promises made to visitors from `from` until `now`, by the brand's own days. A question that was given up or ended
 * before anybody wrote counts as a promise broken; one taken back in time counts neither way; one left by wish was
 * promised nothing but its delay.
 */
export async function countPromises({
  brandId,
  timeZone,
  from,
  now,
}: {
  brandId: string;
  timeZone: string;
  from: Date;
  now: Date;
}): Promise<Counted> {
  const counts = Counts.parse(
    await db().$queryRaw`
      WITH made AS (
        SELECT to_char(q.asked_at AT TIME ZONE ${timeZone}, 'YYYY-MM-DD') AS day, q.promise_seconds,
          coalesce((
            SELECT CASE WHEN m.role = 'expert' THEN 'owner' ELSE 'staff' END
            FROM chats c JOIN messages w ON w.chat_id = c.id JOIN members m ON m.id = w.member_id
            WHERE c.question_id = q.id AND w.author = 'member' AND q.first_answer_at IS NOT NULL
            ORDER BY w.seq LIMIT 1), 'nobody') AS answerer,
          CASE WHEN q.promise_kept IS NOT NULL THEN q.promise_kept
            WHEN q.state IN ('left', 'answered', 'ended') THEN false END AS kept
        FROM questions q
        WHERE q.brand_id = ${brandId} AND q.asked_at >= ${from} AND q.asked_at <= ${now}
          AND NOT (q.seats IS NULL AND q.left_at IS NOT NULL AND q.left_at = q.asked_at))
      SELECT day, promise_seconds AS "promiseSeconds", answerer, count(*) FILTER (WHERE kept)::int AS kept,
        count(*) FILTER (WHERE NOT kept)::int AS broken, count(*) FILTER (WHERE kept IS NULL)::int AS undecided
      FROM made GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
  );
  const [row] = await db().$queryRaw<unknown[]>`
    SELECT * FROM (
      SELECT percentile_cont(0.5) WITHIN GROUP (
          ORDER BY extract(epoch FROM first_answer_at - asked_at))::float8 AS "medianSeconds"
      FROM questions
      WHERE brand_id = ${brandId} AND asked_at >= ${from} AND asked_at <= ${now} AND first_answer_at IS NOT NULL
    ) answered CROSS JOIN (
      SELECT count(*) FILTER (WHERE kept)::int AS "leftKept", count(kept)::int AS "leftJudged",
        count(*) FILTER (WHERE kept IS NULL)::int AS "leftWaiting"
      FROM left_turns WHERE brand_id = ${brandId} AND turn = 1 AND since >= ${from} AND since <= ${now}
    ) later`;
  const { medianSeconds, leftKept, leftJudged, leftWaiting } = Others.parse(row);
  return { counts, medianSeconds, left: { ...keptOf(leftKept, leftJudged), waiting: leftWaiting } };
}
