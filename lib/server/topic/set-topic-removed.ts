import { AppError } from "@/lib/domain/error";
import { Names } from "@/lib/domain/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { recordRemoval } from "@/lib/server/audit/record-removal";
import { recomputeLater } from "@/lib/server/badge/series-rows";
import { commit } from "@/lib/server/commit";

/**
 * Takes a topic of the member's brand off the list that visitors choose from, or puts it back; what was asked about it
 * keeps its name. Badges about it count again what came in between. NOT_FOUND for another brand's, and for one that is so already.
 */
export async function setTopicRemoved({
  member,
  topicId,
  isRemoved,
  undoes,
  now,
}: {
  member: MemberActor;
  topicId: string;
  isRemoved: boolean;
  undoes?: bigint;
  now: Date;
}): Promise<{ version: number; auditId: string }> {
  const { brandId } = member;
  return commit(async (tx) => {
    const where = { id: topicId, brandId, deletedAt: isRemoved ? null : { not: null } };
    const topic = await tx.topic.findFirst({ where, select: { names: true, version: true } });
    if (!topic) throw new AppError("NOT_FOUND");
    const { count } = await tx.topic.updateMany({
      where,
      data: { deletedAt: isRemoved ? now : null, version: { increment: 1 } },
    });
    if (!isRemoved) await recomputeLater({ tx, brandId });
    const was = { names: Names.parse(topic.names) };
    const subject = `topic:${topicId}` as const;
    const auditId = await recordRemoval({ tx, member, subject, count, isRemoved, was, undoes, now });
    return { version: topic.version + 1, auditId };
  });
}
