import { AppError } from "@/lib/domain/error";
import { isThanks } from "@/lib/domain/rating/thanks";
import type { Tx } from "@/lib/server/commit";
import { countReturns } from "@/lib/server/recognition/count-returns";

/**
 * Makes these the topics that a member knows. One that comes back does so with the thanks that were counted on it, those of
 * them that held and that did not, and the ratings that were none.
 * INVALID_INPUT for topics that the brand does not offer; those that he has already may stay.
 */
export async function knowTopics({
  tx,
  brandId,
  memberId,
  topicIds,
}: {
  tx: Tx;
  brandId: string;
  memberId: string;
  topicIds: readonly string[];
}): Promise<void> {
  const known = await tx.memberTopic.findMany({ where: { memberId }, select: { topicId: true } });
  const before = new Set(known.map(({ topicId }) => topicId));
  const added = topicIds.filter((topicId) => !before.has(topicId));
  const offered = await tx.topic.count({ where: { brandId, id: { in: added }, deletedAt: null } });
  if (offered < added.length)
    throw new AppError("INVALID_INPUT", { field: "topicIds", problem: "topics of this brand are expected" });
  await tx.memberTopic.deleteMany({ where: { memberId, topicId: { notIn: [...topicIds] } } });
  const counted = await tx.thanks.groupBy({
    by: ["topicId"],
    where: { memberId, counts: true, topicId: { in: added } },
    _count: true,
  });
  const ratings = await tx.rating.findMany({
    where: { memberId, chat: { question: { topicId: { in: added } } } },
    select: { stars: true, solved: true, chat: { select: { question: { select: { topicId: true } } } } },
  });
  const thanks = new Map(counted.map((row) => [row.topicId, row._count]));
  const missesOf = (topicId: string) =>
    ratings.filter((rating) => rating.chat.question.topicId === topicId && !isThanks(rating)).length;
  await tx.memberTopic.createMany({
    data: added.map((topicId) => ({
      memberId,
      topicId,
      thanks: thanks.get(topicId) ?? 0,
      misses: missesOf(topicId),
    })),
    skipDuplicates: true,
  });
  await countReturns({ tx, memberId, topicIds: added });
}
