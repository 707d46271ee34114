import type { Tx } from "@/lib/server/commit";
import { type Emit, toBrand, toMember } from "@/lib/server/event/publish";

/** The queue of left questions has changed: staff's desks and those of experts who may answer this one read it again. */
export async function tellLeft({
  tx,
  emit,
  questionId,
  now,
}: {
  tx: Tx;
  emit: Emit;
  questionId: string;
  now: Date;
}): Promise<void> {
  const { brandId, language, topicId, audience } = await tx.question.findUniqueOrThrow({
    where: { id: questionId },
    select: { brandId: true, language: true, topicId: true, audience: true },
  });
  emit(toBrand(brandId, "board.changed", {}));
  if (audience === "staff") return;
  const experts = await tx.member.findMany({
    where: {
      brandId,
      role: "expert",
      status: { in: ["active", "trial"] },
      leases: { some: { expiresAt: { gt: now } } },
      languages: { has: language },
      ...(topicId ? { topics: { some: { topicId } } } : {}),
    },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  emit(...experts.map(({ id }) => toMember(id, "sync", {})));
}
