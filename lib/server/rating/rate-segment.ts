import type { RateSegment } from "@/lib/domain/chat/schema";
import { AppError } from "@/lib/domain/error";
import type { VisitorActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { placesChanged } from "@/lib/server/presence/places-changed";
import type { Origin } from "@/lib/server/review/trace";
import { recordRating } from "./record-rating";

/**
 * A visitor rates the part of his chat that one helper carried, once. NOT_FOUND for a part that is not of this chat, or
 * a chat that is not his; otherwise refuses like `recordRating`.
 */
export async function rateSegment({
  visitor,
  chatId,
  input: { segmentId, ...words },
  origin = null,
  now,
}: {
  visitor: VisitorActor;
  chatId: string;
  input: RateSegment;
  origin?: Origin | null;
  now: Date;
}): Promise<void> {
  const { brandId, hasRaised } = await commit(async (tx, emit) => {
    const own = await tx.segment.count({ where: { id: segmentId, chatId, chat: { visitorId: visitor.id } } });
    if (own === 0) throw new AppError("NOT_FOUND");
    return recordRating({ tx, emit, segmentId, words, origin, now });
  });
  if (hasRaised) await placesChanged({ brandId, now });
}
