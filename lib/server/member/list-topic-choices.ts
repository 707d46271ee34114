import type { TopicChoice } from "@/lib/domain/member/people-view";
import { Names } from "@/lib/domain/schema";
import { db } from "@/lib/server/database";

/** What the brand's people can know: its topics in their order, without those that are no longer offered. */
export async function listTopicChoices({ brandId }: { brandId: string }): Promise<TopicChoice[]> {
  const topics = await db().topic.findMany({
    where: { brandId, deletedAt: null },
    orderBy: [{ position: "asc" }, { slug: "asc" }],
    select: { id: true, names: true },
  });
  return topics.map(({ id, names }) => ({ id, names: Names.parse(names) }));
}
