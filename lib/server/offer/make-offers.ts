import { monthsSince } from "@/lib/domain/member/months";
import type { OfferReason } from "@/lib/domain/offer/view";
import type { Asking } from "@/lib/domain/routing/next-step";
import type { Names } from "@/lib/domain/schema";
import { later } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/commit";
import { type Emit, toMember } from "@/lib/server/event/publish";
import { notifyOffers } from "@/lib/server/push/notify-offers";
import { offerSelect, offerView } from "./offer-view";

/** One question put to one member, and what is said of him. */
export type NewOffer = {
  question: {
    id: string;
    round: number;
    product: string | null;
    topicNames: Names | null;
    offers: readonly { memberId: string; wave: number }[];
  };
  asking: Asking;
  wave: number;
  thanks: number;
  because: OfferReason["because"];
  /** Since when he owns the question's product; null when he does not. */
  ownsSince: Date | null;
};

/**
 * Puts questions to members whose places, where the offer holds one, are already reserved. The caller holds the
 * questions' row locks; `offers` of a question are those of its round. The open call may reach the same member again, as
 * an offer of its own: screens have closed the earlier one. Its wave goes on counting, which keeps it apart.
 */
export async function makeOffers({
  tx,
  emit,
  brandId,
  rows,
  settings,
  now,
}: {
  tx: Tx;
  emit: Emit;
  brandId: string;
  rows: readonly NewOffer[];
  settings: { offerSeconds: number };
  now: Date;
}): Promise<void> {
  if (rows.length === 0) return;
  const data = rows.map(({ question, asking: { memberId, reserves }, wave, thanks, because, ownsSince }) => {
    const { product } = question;
    const earlier = question.offers.filter((offer) => offer.memberId === memberId).map((offer) => offer.wave);
    const reason: OfferReason = {
      topic: question.topicNames,
      thanks,
      owns: product && ownsSince ? { product, months: monthsSince(ownsSince, now) } : null,
      openCall: !reserves,
      because,
    };
    return {
      brandId,
      questionId: question.id,
      memberId,
      round: question.round,
      wave: Math.max(wave, ...earlier.map((last) => last + 1)),
      reserves,
      reason,
      madeAt: now,
      expiresAt: later(now, settings.offerSeconds),
    };
  });
  const made = await tx.offer.createManyAndReturn({ data, select: { id: true } });
  const offers = await tx.offer.findMany({
    where: { id: { in: made.map(({ id }) => id) } },
    select: offerSelect,
  });
  emit(...offers.map((offer) => toMember(offer.memberId, "offer.made", offerView(offer))));
  await notifyOffers(
    tx,
    made.map(({ id }) => id),
    now,
  );
}
