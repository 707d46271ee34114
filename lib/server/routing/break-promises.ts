import { z } from "zod";
import { commit } from "@/lib/server/commit";
import { toBrand, toVisitor } from "@/lib/server/event/publish";
import { visitorQuestion } from "@/lib/server/question/visitor-question";

const Broken = z.array(z.object({ id: z.string(), brandId: z.string(), visitorId: z.string() }));

/** Promises whose time passed without a first answer are broken, and their visitors are offered a choice. */
export async function breakPromises({ now }: { now: Date }): Promise<void> {
  await commit(async (tx, emit) => {
    const rows = await tx.$queryRaw`
      UPDATE questions SET promise_kept = false, version = version + 1
      WHERE id IN (
        SELECT id FROM questions
        WHERE state IN ('asked', 'offering', 'calling', 'matched') AND promise_kept IS NULL AND left_at IS NULL
          AND first_answer_at IS NULL AND asked_at + promise_seconds * interval '1 second' < ${now}
        ORDER BY id LIMIT 100 FOR NO KEY UPDATE SKIP LOCKED)
      RETURNING id, brand_id AS "brandId", visitor_id AS "visitorId"`;
    for (const { id, brandId, visitorId } of Broken.parse(rows)) {
      emit(
        toVisitor(visitorId, "question.changed", await visitorQuestion({ tx, questionId: id, now })),
        toBrand(brandId, "board.changed", {}),
      );
    }
  });
}
