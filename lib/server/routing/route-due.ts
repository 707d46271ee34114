import { z } from "zod";
import { db } from "@/lib/server/database";
import { routeQuestions } from "./route-question";

const atOnce = 200;
/** So many questions of one brand share a transaction: few enough that nobody waits long for their locks. */
const batch = 40;

const Due = z.array(z.object({ id: z.string(), brandId: z.string() }));

/**
 * Looks at the waiting questions that are due, brand by brand and in their order. `each` runs one item after the other
 * and sees to it that a failure stops nothing else: a batch that fails is gone through one by one.
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
      SELECT id, brand_id AS "brandId" FROM questions
      WHERE state IN ('asked', 'offering', 'calling') AND wake_at <= ${now}
      ORDER BY brand_id, (round > 1) DESC, asked_at, id LIMIT ${atOnce}`,
  );
  await each("questions", batches(due), (questionIds) =>
    routeQuestions({ questionIds, skipsBusy: true, now }).catch((error: unknown) => {
      if (questionIds.length === 1) throw error;
      return each("question", questionIds, (id) =>
        routeQuestions({ questionIds: [id], skipsBusy: true, now }),
      );
    }),
  );
}

function batches(due: readonly { id: string; brandId: string }[]): string[][] {
  const found: { brandId: string; ids: string[] }[] = [];
  for (const { id, brandId } of due) {
    const last = found.at(-1);
    if (last?.brandId === brandId && last.ids.length < batch) last.ids.push(id);
    else found.push({ brandId, ids: [id] });
  }
  return found.map(({ ids }) => ids);
}
