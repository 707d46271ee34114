import { Names } from "@/lib/domain/schema";
import type { TopicView } from "@/lib/domain/topic/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";

/** The topics of the member's brand in the order in which visitors see them. */
export async function listTopics({
  member: { brandId },
}: {
  member: Pick<MemberActor, "brandId">;
}): Promise<TopicView[]> {
  const topics = await db().topic.findMany({
    where: { brandId, deletedAt: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    include: { _count: { select: { members: { where: { member: { removedAt: null } } } } } },
  });
  return topics.map(({ id, slug, names, version, _count }) => ({
    id,
    slug,
    names: Names.parse(names),
    members: _count.members,
    version,
  }));
}
