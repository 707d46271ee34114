import { monthsSince } from "@/lib/domain/member/months";
import type { OfferReason } from "@/lib/domain/offer/view";
import type { Asking } from "@/lib/domain/routing/next-step";
import { Names } from "@/lib/domain/schema";
import { later } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/commit";
import { type Outgoing, toMember } from "@/lib/server/event/publish";
import type { FoundCandidate } from "@/lib/server/routing/find-candidates";
import { offerSelect, offerView } from "./offer-view";

/**
 * Puts a question to members whose places, where the offer holds one, are already reserved. The caller holds the
 * question's row lock. The open call reaches once more whoever never saw an earlier offer: that row is used again.
 */
export async function makeOffers({
  tx,
  emit,
  question,
  made,
  candidates,
  settings,
  now,
}: {
  tx: Tx;
  emit: (...events: Outgoing[]) => void;
  question: {
    id: string;
    brandId: string;
    round: number;
    product: string | null;
    topic: { names: unknown } | null;
    offers: readonly { memberId: string; round: number }[];
  };
  made: readonly { asking: Asking; wave: number }[];
  candidates: readonly FoundCandidate[];
  settings: { offerSeconds: number };
  now: Date;
}): Promise<void> {
  if (made.length === 0) return;
  const { id: questionId, brandId, round, product } = question;
  const facts = new Map(candidates.map((candidate) => [candidate.memberId, candidate]));
  const topic = question.topic ? Names.parse(question.topic.names) : null;
  const had = new Set(question.offers.filter((o) => o.round === round).map((o) => o.memberId));

  const rows = made.map(({ asking: { memberId, reserves }, wave }) => {
    const candidate = facts.get(memberId);
    const reason: OfferReason = {
      topic,
      thanks: candidate?.thanks ?? 0,
      owns:
        product && candidate?.ownsSince ? { product, months: monthsSince(candidate.ownsSince, now) } : null,
      openCall: !reserves,
    };
    const expiresAt = later(now, settings.offerSeconds);
    return { brandId, questionId, memberId, round, wave, reserves, reason, madeAt: now, expiresAt };
  });
  await tx.offer.createMany({ data: rows.filter(({ memberId }) => !had.has(memberId)) });
  for (const { memberId, ...row } of rows.filter((again) => had.has(again.memberId))) {
    await tx.offer.update({
      where: { questionId_memberId_round: { questionId, memberId, round } },
      data: { ...row, state: "made", deliveredAt: null, closedAt: null },
    });
  }
  const offers = await tx.offer.findMany({
    where: { questionId, round, memberId: { in: rows.map(({ memberId }) => memberId) } },
    select: offerSelect,
  });
  emit(...offers.map((offer) => toMember(offer.memberId, "offer.made", offerView(offer))));
}
