import { type BoardState, TodayFigures } from "@/lib/domain/board/view";
import { db } from "@/lib/server/database";

/**
 * The day's figures since `from` (the brand's midnight). All but `left` follow the questions asked since then, so that
 * "3 asked, 3 answered" speaks of the same three: answered at once or, once left, later; promises judged and, of these,
 * kept. Of the questions that became left ones since then, `leftAnswered` are answered by now.
 */
export async function countToday({
  brandId,
  from,
}: {
  brandId: string;
  from: Date;
}): Promise<BoardState["today"]> {
  const [row] = await db().$queryRaw<unknown[]>`
    SELECT * FROM (
      SELECT count(*)::int AS asked,
        count(coalesce(first_answer_at, answered_at))::int AS answered,
        count(*) FILTER (WHERE promise_kept)::int AS "promisesKept",
        count(promise_kept)::int AS "promisesJudged"
      FROM questions WHERE brand_id = ${brandId} AND asked_at >= ${from}
    ) asked CROSS JOIN (
      SELECT count(*)::int AS "left", count(answered_at)::int AS "leftAnswered"
      FROM questions WHERE brand_id = ${brandId} AND state IN ('left', 'answered') AND left_at >= ${from}
    ) later`;
  return TodayFigures.parse(row);
}
