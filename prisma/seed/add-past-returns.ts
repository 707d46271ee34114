import { type LastingAnswer, returnRules } from "@/lib/domain/recognition/thanks-return";
import { later } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/commit";
import { settleReturns } from "@/lib/server/recognition/settle-returns";

/** Who let himself be asked two weeks later, and what he said; by first name. */
const pastReturns: Record<string, { answer: LastingAnswer; words?: string }> = {
  Nils: { answer: "yes" },
  Greta: { answer: "yes", words: "Another cold month, and it keeps what you said." },
  Manon: { answer: "partly" },
  Tom: { answer: "yes" },
  Marek: { answer: "yes" },
  Signe: { answer: "yes" },
  Agathe: { answer: "yes", words: "Douze centimes, c’est bien ça." },
};

/** Writes what a member's past visitors said two weeks after their thanks, a few hours after they were asked. */
export async function addPastReturns({
  tx,
  memberId,
  now,
}: {
  tx: Tx;
  memberId: string;
  now: Date;
}): Promise<void> {
  const thanks = await tx.thanks.findMany({
    where: { memberId, visitor: { firstName: { in: Object.keys(pastReturns) } } },
    orderBy: { thankedAt: "asc" },
    select: {
      id: true,
      brandId: true,
      ratingId: true,
      visitorId: true,
      thankedAt: true,
      visitor: { select: { firstName: true } },
    },
  });
  await tx.thanksReturn.createMany({
    data: thanks.map(({ brandId, ratingId, visitorId, thankedAt, visitor }) => {
      const askedAt = later(thankedAt, returnRules.afterDays * 24 * 3600);
      const said = pastReturns[visitor.firstName ?? ""];
      return {
        brandId,
        memberId,
        ratingId,
        visitorId,
        askAt: askedAt,
        askedAt,
        ...(said && { ...said, answeredAt: later(askedAt, 5 * 3600) }),
      };
    }),
  });
  await settleReturns({ tx, thanksIds: thanks.map(({ id }) => id), sourceId: memberId, now });
}
