import type { AnswerReturn } from "@/lib/domain/recognition/return-view";
import { lastingChange } from "@/lib/domain/recognition/thanks-return";
import { commit, type Tx } from "@/lib/server/commit";
import { toMember } from "@/lib/server/event/publish";
import { recordFact } from "@/lib/server/fact/record-fact";
import { findReturn } from "./find-return";

/**
 * The visitor says whether it still helps. Said again, it replaces what he said. Of thanks that count, a yes is the fact
 * `thanks.lasting`, which an answer that takes it back rules out; a no is a miss on the topic beside the thanks, as far as
 * the helper's skill goes. Refuses like `findReturn`.
 */
export async function answerReturn({
  token,
  input: { answer, words },
  now,
}: {
  token: string;
  input: AnswerReturn;
  now: Date;
}): Promise<void> {
  await commit(async (tx, emit) => {
    const { id } = await findReturn({ tx, token, now });
    await tx.$queryRaw`SELECT id FROM thanks_returns WHERE id = ${id} FOR NO KEY UPDATE`;
    const row = await tx.thanksReturn.findUniqueOrThrow({
      where: { id },
      include: { rating: { select: { thanks: true } } },
    });
    const { memberId } = row;
    await tx.thanksReturn.update({
      where: { id },
      data: { answer, words: words || null, answeredAt: now },
    });
    const { thanks } = row.rating;
    if (thanks?.counts) {
      const { topicId } = thanks;
      const change = lastingChange(row.answer, answer);
      if (topicId && (change.lasting !== 0 || change.faded !== 0))
        await tx.memberTopic.updateMany({
          where: { memberId, topicId },
          data: {
            lasting: { increment: change.lasting },
            faded: { increment: change.faded },
            misses: { increment: change.faded },
          },
        });
      if (answer === "yes" || row.answer === "yes")
        await settleFact({ tx, thanks, returnId: id, holds: answer === "yes", now });
    }
    emit(toMember(memberId, "sync", {}));
  });
}

/** Writes the fact at the first yes; later answers rule whether it counts. */
async function settleFact({
  tx,
  thanks: { id: sourceId, brandId, memberId, topicId, language, visitorId },
  returnId,
  holds,
  now,
}: {
  tx: Tx;
  thanks: {
    id: string;
    brandId: string;
    memberId: string;
    topicId: string | null;
    language: string;
    visitorId: string;
  };
  returnId: string;
  holds: boolean;
  now: Date;
}): Promise<void> {
  const kind = "thanks.lasting" as const;
  if (holds) {
    const fact = { brandId, memberId, kind, at: now, sourceId, topicId, language, visitorId };
    if (await recordFact({ tx, fact })) return;
  }
  const known = await tx.fact.findUnique({
    where: { memberId_kind_sourceId: { memberId, kind, sourceId } },
    select: { id: true, rulings: { orderBy: { id: "desc" }, take: 1 } },
  });
  const [last] = known?.rulings ?? [];
  // What a review has ruled stays as it is.
  if (!known || (last?.counts ?? true) === holds || (last && last.sourceId !== returnId)) return;
  await tx.factRuling.create({
    data: { brandId, factId: known.id, counts: holds, sourceId: returnId, at: now },
  });
}
