import { monthsSince } from "@/lib/domain/member/months";
import type { OfferReason } from "@/lib/domain/offer/view";
import type { Asking } from "@/lib/domain/routing/next-step";
import type { Names } from "@/lib/domain/schema";
import { later } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/commit";
import { type Emit, toMember } from "@/lib/server/event/publish";
import { notifyOffers } from "@/lib/server/push/notify-offers";
import { Prisma } from "@/prisma/generated/client";
import { findOffers } from "./find-offers";

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
      questionId: question.id,
      memberId,
      round: question.round,
      wave: Math.max(wave, ...earlier.map((last) => last + 1)),
      reserves,
      reason,
    };
  });
  const made = await findOffers({
    tx,
    first: Prisma.sql`
      WITH made AS (
        INSERT INTO offers (brand_id, question_id, member_id, round, wave, reserves, reason, made_at, expires_at)
        SELECT ${brandId}, n."questionId", n."memberId", n.round, n.wave, n.reserves, n.reason, ${now}::timestamptz,
          ${later(now, settings.offerSeconds)}::timestamptz
        FROM json_to_recordset(${JSON.stringify(data)}::json) AS n("questionId" text, "memberId" text, round int,
          wave int, reserves boolean, reason jsonb)
        RETURNING *)`,
    among: Prisma.sql`made`,
    where: Prisma.sql`true`,
  });
  emit(...made.map(({ memberId, view }) => toMember(memberId, "offer.made", view)));
  await notifyOffers(
    tx,
    made.map(({ view }) => view.id),
    now,
  );
}
