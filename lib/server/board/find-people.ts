import { personPresence } from "@/lib/domain/board/person-presence";
import type { BoardState } from "@/lib/domain/board/view";
import { initialsOf, tintOf } from "@/lib/domain/member/appearance";
import { helperKind } from "@/lib/domain/member/role";
import { Names } from "@/lib/domain/schema";
import { db } from "@/lib/server/database";
import { isOwnPause } from "@/lib/server/habit/member-time";
import { pictureAddress } from "@/lib/server/picture/picture-address";

/**
 * Everybody who has a place in the brand, by name, and for each of its topics how many owners who know it are there
 * (`online`) and could take a question (`free`). Staff answer every topic; they are not counted.
 */
export async function findPeople({
  brandId,
  now,
}: {
  brandId: string;
  now: Date;
}): Promise<Pick<BoardState, "people" | "coverage">> {
  const [members, topics] = await Promise.all([
    db().member.findMany({
      where: { brandId, status: { not: "left" } },
      orderBy: [{ displayName: "asc" }, { id: "asc" }],
      include: {
        topics: { select: { topicId: true } },
        leases: { where: { expiresAt: { gt: now } }, select: { screenId: true } },
      },
    }),
    db().topic.findMany({
      where: { brandId, deletedAt: null },
      orderBy: [{ position: "asc" }, { slug: "asc" }],
      select: { id: true, names: true },
    }),
  ]);
  const known = topics.map(({ id, names }) => ({ id, names: Names.parse(names) }));
  const people = members.map((member) => {
    const { id, displayName, role, status, load, capacity, isOpen, openUntil, awaySince } = member;
    const isActive = status === "active" || status === "trial";
    const hasScreen = member.leases.length > 0;
    const topicIds = new Set(member.topics.map(({ topicId }) => topicId));
    const row: BoardState["people"][number] = {
      memberId: id,
      name: displayName,
      kind: helperKind(role),
      role,
      initials: initialsOf(displayName),
      tint: tintOf(id),
      ...(member.pictureKey ? { pictureUrl: pictureAddress(member.pictureKey) } : {}),
      presence: personPresence({ isActive, isOpen, openUntil, awaySince, hasScreen, load, capacity }, now),
      isPausedByManager: status === "paused" && !isOwnPause(member),
      isSuspended: status === "suspended",
      load,
      capacity,
      topics: known.filter((topic) => topicIds.has(topic.id)).map(({ names }) => names),
    };
    return { row, topicIds };
  });
  const coverage = known.map((topic) => {
    const owners = people.filter(({ row, topicIds }) => row.kind === "owner" && topicIds.has(topic.id));
    const free = owners.filter(({ row }) => row.presence === "free").length;
    const busy = owners.filter(({ row }) => row.presence === "busy").length;
    return { topic: topic.names, free, online: free + busy };
  });
  return { people: people.map(({ row }) => row), coverage };
}
