import { AppError } from "@/lib/domain/error";
import type { VisitorActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { answerTokenHash } from "./answer-token";

/** Who acts for the one who left a question: whoever holds its link, or its visitor in his panel. */
export type LeftParty = { token: string } | { visitor: VisitorActor; questionId: string };

/**
 * The question that was left, in a brand that is not closed. NOT_FOUND for one that is not his, QUESTION_CLOSED for one of
 * his that never was left.
 */
export async function findLeft(
  party: LeftParty,
): Promise<{ id: string; brandId: string; visitorId: string }> {
  const question = await db().question.findFirst({
    where: {
      brand: { deletedAt: null },
      visitor: { erasedAt: null },
      ...("token" in party
        ? { answerTokenHash: answerTokenHash(party.token) }
        : { id: party.questionId, visitorId: party.visitor.id }),
    },
    select: { id: true, brandId: true, visitorId: true, leftAt: true, state: true },
  });
  if (!question) throw new AppError("NOT_FOUND");
  if (question.leftAt === null) throw new AppError("QUESTION_CLOSED", { state: question.state });
  return question;
}
