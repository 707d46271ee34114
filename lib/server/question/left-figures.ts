import { z } from "zod";
import { db } from "@/lib/server/database";

/** The delays of left questions, and of replies to their answers, that were stated in one week. */
export const LeftWeek = z.strictObject({
  /** The week's Monday in the brand's time zone, YYYY-MM-DD. */
  week: z.string(),
  stated: z.int(),
  kept: z.int(),
  broken: z.int(),
  /** Still to be judged, or no longer wanted by their visitors. */
  open: z.int(),
});
export type LeftWeek = z.infer<typeof LeftWeek>;

/**
 * How the delays stated from `from` (inclusive) to `to` (exclusive) were kept, by week, oldest first; weeks without any
 * are left out. Reported apart from the promises of live answers.
 */
export async function leftFigures({
  brandId,
  timeZone,
  from,
  to,
}: {
  brandId: string;
  timeZone: string;
  from: Date;
  to: Date;
}): Promise<LeftWeek[]> {
  const rows = await db().$queryRaw`
    SELECT to_char(date_trunc('week', since AT TIME ZONE ${timeZone}), 'YYYY-MM-DD') AS week,
      count(*)::int AS stated,
      count(*) FILTER (WHERE kept)::int AS kept,
      count(*) FILTER (WHERE NOT kept)::int AS broken,
      count(*) FILTER (WHERE kept IS NULL)::int AS open
    FROM left_turns WHERE brand_id = ${brandId} AND since >= ${from} AND since < ${to}
    GROUP BY 1 ORDER BY 1`;
  return z.array(LeftWeek).parse(rows);
}
