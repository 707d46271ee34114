import { defaultBadges } from "@/lib/domain/badge/default-badges";
import { AppError } from "@/lib/domain/error";
import type { CreateTopic, TopicView } from "@/lib/domain/topic/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { commit } from "@/lib/server/commit";
import { isUniqueViolation } from "@/lib/server/database";
import { completeNames } from "./topic-names";

/**
 * Adds a topic at the end, with its badges. NAME_TAKEN when the brand has one of that slug, a removed one too: that one is
 * to be brought back.
 */
export async function createTopic({
  member,
  input,
  now,
}: {
  member: MemberActor;
  input: CreateTopic;
  now: Date;
}): Promise<TopicView> {
  const { brandId } = member;
  const names = completeNames(input.names);
  const { slug } = input;
  try {
    return await commit(async (tx) => {
      const last = await tx.topic.aggregate({ where: { brandId }, _max: { position: true } });
      const { id, version } = await tx.topic.create({
        data: { brandId, slug, names, position: (last._max.position ?? -1) + 1 },
        select: { id: true, version: true },
      });
      const ofTopic = defaultBadges([{ slug, names }]).filter(({ family }) => family === "topic");
      await tx.badge.createMany({
        data: ofTopic.map((badge) => ({ brandId, ...badge })),
        skipDuplicates: true,
      });
      await recordAudit(tx, {
        brandId,
        actorId: member.id,
        action: "created",
        subject: `topic:${id}`,
        after: { slug, names },
        at: now,
      });
      return { id, slug, names, members: 0, version };
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError("NAME_TAKEN", { field: "slug" });
    throw error;
  }
}
