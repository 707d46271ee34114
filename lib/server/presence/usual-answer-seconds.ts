import { z } from "zod";
import type { Tx } from "@/lib/server/commit";

const Row = z.object({ answers: z.number(), median: z.number().nullable() });
const kept = new Map<string, { until: number; seconds: number | null }>();
const keepMs = 60_000;

/**
 * The median seconds from question to first answer over the last 7 days, rounded; null under `atLeast` answers. A
 * figure of a week does not change in a minute, so each process asks the database once a minute for each brand.
 */
export async function usualAnswerSeconds({
  tx,
  brandId,
  atLeast,
  now,
}: {
  tx: Tx;
  brandId: string;
  atLeast: number;
  now: Date;
}): Promise<number | null> {
  const known = kept.get(brandId);
  if (known && known.until > now.getTime()) return known.seconds;
  const since = new Date(now.getTime() - 7 * 86_400_000);
  const [row] = z.array(Row).parse(
    await tx.$queryRaw`
      SELECT count(*)::int AS answers,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM first_answer_at - asked_at))::float8 AS median
      FROM questions
      WHERE brand_id = ${brandId} AND asked_at >= ${since} AND asked_at <= ${now} AND first_answer_at IS NOT NULL`,
  );
  const seconds =
    row && row.answers >= atLeast && row.median !== null ? Math.max(1, Math.round(row.median)) : null;
  kept.set(brandId, { until: now.getTime() + keepMs, seconds });
  return seconds;
}
