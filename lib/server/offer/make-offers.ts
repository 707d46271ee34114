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
 * question's row lock. The open call may reach the same member again, as an
 * offer of its own: screens have closed the earlier one. Its wave goes on counting, which keeps it apart.
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
    offers: readonly { memberId: string; round: number; wave: number }[];
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
  const lastWave = (memberId: string) =>
    Math.max(
      0,
      ...question.offers.filter((o) => o.round === round && o.memberId === memberId).map((o) => o.wave),
    );

  const rows = made.map(({ asking: { memberId, reserves }, wave: asked }) => {
    const wave = Math.max(asked, lastWave(memberId) + 1);
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
  await tx.offer.createMany({ data: rows });
  const offers = await tx.offer.findMany({
    where: { questionId, round, state: "made", memberId: { in: rows.map(({ memberId }) => memberId) } },
    select: offerSelect,
  });
  emit(...offers.map((offer) => toMember(offer.memberId, "offer.made", offerView(offer))));
}
