import { z } from "zod";
import { db } from "@/lib/server/database";
import { routeQuestions } from "./route-question";

const atOnce = 200;

const Due = z.array(z.object({ brandId: z.string(), questionIds: z.array(z.string()) }));

/**
 * Looks at the waiting questions that are due, brand by brand. `each` runs one item after the other and sees to it that a
 * failure stops nothing else: a brand whose questions fail together is gone through one by one.
 */
export async function routeDue({
  now,
  each,
}: {
  now: Date;
  each: <T>(what: string, items: readonly T[], work: (item: T) => Promise<void>) => Promise<void>;
}): Promise<void> {
  const due = Due.parse(
    await db().$queryRaw`
      SELECT brand_id AS "brandId", array_agg(id ORDER BY (round > 1) DESC, asked_at, id) AS "questionIds"
      FROM (
        SELECT id, brand_id, round, asked_at FROM questions
        WHERE state IN ('asked', 'offering', 'calling') AND wake_at <= ${now}
        ORDER BY (round > 1) DESC, asked_at, id LIMIT ${atOnce}) q
      GROUP BY brand_id`,
  );
  await each("questions", due, ({ brandId, questionIds }) =>
    routeQuestions({ brandId, questionIds, now }).catch((error: unknown) => {
      if (questionIds.length === 1) throw error;
      return each("question", questionIds, (id) => routeQuestions({ brandId, questionIds: [id], now }));
    }),
  );
}
