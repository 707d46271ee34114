import type { Tx } from "@/lib/server/commit";
import { writeFact } from "@/lib/server/fact/write-fact";
import { countReturns } from "./count-returns";

/**
 * Brings what was answered two weeks after these thanks in line with whether they count: of thanks that count a yes is the
 * fact `thanks.lasting`, and what is kept beside their topic follows. The same whenever and however often it is done; the
 * members are held by the caller.
 *
 * @param sourceId what the answers or the counting changed by: the answer's own id, or a review's
 */
export async function settleReturns({
  tx,
  thanksIds,
  sourceId,
  now,
}: {
  tx: Tx;
  thanksIds: readonly string[];
  sourceId: string;
  now: Date;
}): Promise<void> {
  const returns = await tx.thanksReturn.findMany({
    where: { answer: { not: null }, rating: { thanks: { id: { in: [...thanksIds] } } } },
    orderBy: { id: "asc" },
    select: { answer: true, answeredAt: true, rating: { select: { thanks: true } } },
  });
  for (const { answer, answeredAt, rating } of returns) {
    if (!rating.thanks) continue;
    const { id, brandId, memberId, topicId, language, visitorId, counts } = rating.thanks;
    const holds = counts && answer === "yes";
    const kind = "thanks.lasting" as const;
    if (holds) {
      const at = answeredAt ?? now;
      await writeFact({
        tx,
        fact: { brandId, memberId, kind, at, sourceId: id, topicId, language, visitorId },
      });
    }
    await tx.$executeRaw`
      INSERT INTO fact_rulings (brand_id, fact_id, counts, source_id, at)
      SELECT f.brand_id, f.id, ${holds}, ${sourceId}, ${now} FROM facts f
      LEFT JOIN LATERAL (
        SELECT counts FROM fact_rulings WHERE fact_id = f.id ORDER BY id DESC LIMIT 1) r ON true
      WHERE f.member_id = ${memberId} AND f.kind = ${kind} AND f.source_id = ${id}
        AND coalesce(r.counts, true) <> ${holds}`;
    if (topicId) await countReturns({ tx, memberId, topicIds: [topicId] });
  }
}
