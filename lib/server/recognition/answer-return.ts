import type { AnswerReturn } from "@/lib/domain/recognition/return-view";
import { commit } from "@/lib/server/commit";
import { toMember } from "@/lib/server/event/publish";
import { earnLater } from "@/lib/server/fact/earn-later";
import { findReturn } from "./find-return";
import { settleReturns } from "./settle-returns";

/**
 * The visitor says whether it still helps. Said again, it replaces what he said. Of thanks that count, a yes is the fact
 * `thanks.lasting`, which an answer that takes it back rules out; a no is a miss on the topic beside the thanks, as far as
 * the helper's skill goes. Of thanks that a review holds, both wait for what it decides. Refuses like `findReturn`.
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
    const { id, memberId } = await findReturn({ tx, token, now });
    // Other answers about him, and who decides on his thanks, come before or after.
    await tx.$queryRaw`SELECT id FROM members WHERE id = ${memberId} FOR NO KEY UPDATE`;
    const { rating } = await tx.thanksReturn.update({
      where: { id },
      data: { answer, words: words || null, answeredAt: now },
      select: { rating: { select: { thanks: { select: { id: true } } } } },
    });
    if (rating.thanks) {
      await settleReturns({ tx, thanksIds: [rating.thanks.id], sourceId: id, now });
      await earnLater({ tx, memberId });
    }
    emit(toMember(memberId, "sync", {}));
  });
}
