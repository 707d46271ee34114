import { z } from "zod";
import type { Tx } from "@/lib/server/commit";
import { type Emit, toMember } from "@/lib/server/event/publish";
import { freePlaces } from "@/lib/server/member/change-loads";

const Closed = z.array(
  z.object({ id: z.string(), memberId: z.string(), reserves: z.boolean(), isAccepted: z.boolean() }),
);

/**
 * Closes the live offers of a question: `accepted` is won, the others are withdrawn, their reserved places given back and
 * their members told why. The caller holds the question's row lock. Returns what was accepted, whose reserved place
 * becomes the chat's (null when it was no longer live, or there is none), and how many places are free again.
 */
export async function closeOffers({
  tx,
  emit,
  questionId,
  accepted = null,
  because,
  by = null,
  now,
}: {
  tx: Tx;
  emit: Emit;
  questionId: string;
  accepted?: string | null;
  because: "taken" | "withdrawn";
  by?: string | null;
  now: Date;
}): Promise<{ accepted: { reserves: boolean } | null; freed: number }> {
  const rows = await tx.$queryRaw`
    UPDATE offers SET closed_at = ${now},
      state = CASE WHEN id = ${accepted} THEN 'accepted' ELSE 'withdrawn' END::"OfferState"
    WHERE question_id = ${questionId} AND state IN ('made', 'delivered')
    RETURNING id, member_id AS "memberId", reserves, state = 'accepted' AS "isAccepted"`;
  const closed = Closed.parse(rows);
  const withdrawn = closed.filter((offer) => !offer.isAccepted);
  const held = withdrawn.filter((offer) => offer.reserves).map((offer) => offer.memberId);
  await freePlaces(tx, held);
  emit(
    ...withdrawn.map((offer) =>
      toMember(offer.memberId, "offer.withdrawn", { offerId: offer.id, because, by }),
    ),
  );
  return { accepted: closed.find((offer) => offer.isAccepted) ?? null, freed: held.length };
}
