import { AppError } from "@/lib/domain/error";
import type { Tx } from "@/lib/server/commit";
import type { Question } from "@/prisma/generated/client";

const waiting = ["asked", "offering", "calling"] as const;

/**
 * Locks the visitor's own question until the transaction ends and returns it as it is then. NOT_FOUND when it is not
 * his; QUESTION_CLOSED when it no longer waits for somebody.
 */
export async function lockWaitingQuestion({
  tx,
  questionId,
  visitorId,
}: {
  tx: Tx;
  questionId: string;
  visitorId: string;
}): Promise<Question> {
  await tx.$queryRaw`SELECT id FROM questions WHERE id = ${questionId} AND visitor_id = ${visitorId} FOR NO KEY UPDATE`;
  const question = await tx.question.findFirst({ where: { id: questionId, visitorId } });
  if (!question) throw new AppError("NOT_FOUND");
  if (!waiting.some((state) => state === question.state))
    throw new AppError("QUESTION_CLOSED", { state: question.state });
  return question;
}
