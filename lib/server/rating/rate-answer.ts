import type { RateSegment } from "@/lib/domain/chat/schema";
import { AppError } from "@/lib/domain/error";
import { commit } from "@/lib/server/commit";
import { placesChanged } from "@/lib/server/presence/places-changed";
import { answerTokenHash } from "@/lib/server/question/answer-token";
import type { Origin } from "@/lib/server/review/trace";
import { recordRating } from "./record-rating";

/**
 * Rates the answer to a left question, by whoever holds the link of its mail. NOT_FOUND for any other token and before
 * there is an answer; otherwise refuses like `recordRating`.
 */
export async function rateAnswer({
  token,
  input,
  origin = null,
  now,
}: {
  token: string;
  input: Omit<RateSegment, "segmentId">;
  origin?: Origin | null;
  now: Date;
}): Promise<void> {
  const { brandId, hasRaised } = await commit(async (tx, emit) => {
    const segment = await tx.segment.findFirst({
      where: {
        state: "ended",
        chat: { question: { answerTokenHash: answerTokenHash(token), leftAt: { not: null } } },
      },
      orderBy: [{ startedAt: "desc" }, { id: "desc" }],
      select: { id: true },
    });
    if (!segment) throw new AppError("NOT_FOUND");
    return recordRating({ tx, emit, segmentId: segment.id, words: input, origin, now });
  });
  if (hasRaised) await placesChanged({ brandId, now });
}
