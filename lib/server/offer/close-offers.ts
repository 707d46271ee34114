import type { Tx } from "@/lib/server/commit";
import { type Emit, toMember } from "@/lib/server/event/publish";
import { freePlaces } from "@/lib/server/member/change-loads";

/**
 * Withdraws the live offers of a question, gives the reserved places back and tells their members why. The caller holds
 * the question's row lock. `except` is the offer that was accepted: its place becomes the chat's.
 */
export async function closeOffers({
  tx,
  emit,
  questionId,
  except = null,
  because,
  by = null,
  now,
}: {
  tx: Tx;
  emit: Emit;
  questionId: string;
  except?: string | null;
  because: "taken" | "withdrawn";
  by?: string | null;
  now: Date;
}): Promise<void> {
  const closed = await tx.offer.updateManyAndReturn({
    where: { questionId, state: { in: ["made", "delivered"] }, ...(except ? { id: { not: except } } : {}) },
    data: { state: "withdrawn", closedAt: now },
    select: { id: true, memberId: true, reserves: true },
  });
  await freePlaces(
    tx,
    closed.filter((offer) => offer.reserves).map((offer) => offer.memberId),
    now,
  );
  emit(
    ...closed.map((offer) => toMember(offer.memberId, "offer.withdrawn", { offerId: offer.id, because, by })),
  );
}
