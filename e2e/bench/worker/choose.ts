import { brandSettings } from "@/lib/domain/brand/schema";
import { nextStep } from "@/lib/domain/routing/next-step";
import { db } from "@/lib/server/database";
import { chanceOf } from "@/lib/server/routing/chance-of";
import { findCandidates } from "@/lib/server/routing/find-candidates";

/**
 * Whom the product's routing would ask about a question first: its own query and its own rule, nothing written. The
 * member's id; null when it would ask nobody.
 */
export async function chooseOnce({
  questionId,
  now,
}: {
  questionId: string;
  now: Date;
}): Promise<string | null> {
  const question = await db().question.findUniqueOrThrow({
    where: { id: questionId },
    include: { brand: { select: { settings: true } } },
  });
  const { brandId, visitorId, topicId, product } = question;
  const candidates = await findCandidates({ tx: db(), brandId, visitorId, topicId, product });
  const routed = { ...question, chance: chanceOf(`${questionId}:${question.round}`) };
  const step = nextStep(routed, [], candidates, brandSettings(question.brand.settings), now);
  return step.make[0]?.memberId ?? null;
}
