import type { RateSegment } from "@/lib/domain/chat/schema";
import { AppError } from "@/lib/domain/error";
import { commit } from "@/lib/server/commit";
import { answerTokenHash } from "@/lib/server/question/answer-token";
import { recordRating } from "./record-rating";

/**
 * Rates the answer to a left question, by whoever holds the link of its mail. NOT_FOUND for any other token and before
 * there is an answer; otherwise refuses like `recordRating`.
 */
export async function rateAnswer({
  token,
  input,
  now,
}: {
  token: string;
  input: Omit<RateSegment, "segmentId">;
  now: Date;
}): Promise<void> {
  await commit(async (tx, emit) => {
    const answered = await tx.question.findFirst({
      where: { answerTokenHash: answerTokenHash(token), state: "answered" },
      select: {
        chat: { select: { segments: { orderBy: { startedAt: "desc" }, take: 1, select: { id: true } } } },
      },
    });
    const segment = answered?.chat?.segments[0];
    if (!segment) throw new AppError("NOT_FOUND");
    await recordRating({ tx, emit, segmentId: segment.id, words: input, now });
  });
}
