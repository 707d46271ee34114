import { returnRules } from "@/lib/domain/recognition/thanks-return";
import { later } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/commit";
import { returnToken, returnTokenHash } from "./return-token";

/**
 * The visitor agreed to be asked once, two weeks after his thanks, whether it still helps. Does nothing where he
 * wrote no address and none is known. The address is kept until the mail is on its way.
 */
export async function planReturn({
  tx,
  ratingId,
  typedEmail,
  now,
}: {
  tx: Tx;
  ratingId: string;
  /** What he wrote beside his yes. */
  typedEmail: string | null;
  now: Date;
}): Promise<void> {
  const { brandId, memberId, visitorId, visitor, chat } = await tx.rating.findUniqueOrThrow({
    where: { id: ratingId },
    select: {
      brandId: true,
      memberId: true,
      visitorId: true,
      visitor: { select: { email: true } },
      chat: { select: { question: { select: { leftEmail: true } } } },
    },
  });
  const email = typedEmail ?? chat.question.leftEmail ?? visitor.email;
  if (!email) return;
  await tx.thanksReturn.create({
    data: {
      brandId,
      ratingId,
      memberId,
      visitorId,
      email,
      tokenHash: returnTokenHash(returnToken(ratingId)),
      askAt: later(now, returnRules.afterDays * 24 * 3600),
    },
  });
}
