import type { PipelineFilter } from "@/lib/domain/recruiting/candidate-schema";
import { type MemberColumn, memberColumns, type PipelineMember } from "@/lib/domain/recruiting/pipeline-view";
import { db } from "@/lib/server/database";
import type { Prisma } from "@/prisma/generated/client";

/** So many of a column are listed: who wants to see everybody looks at the page of people. */
const mostRows = 100;

export type PipelineMembers = Record<MemberColumn, { count: number; members: PipelineMember[] }>;

/** The experts of a brand by where they stand, the newest first; staff are no part of it. */
export async function listPipelineMembers({
  brandId,
  filter: { q, topic },
}: {
  brandId: string;
  filter: PipelineFilter;
}): Promise<PipelineMembers> {
  const columns = await Promise.all(
    memberColumns.map(async (status) => {
      const where: Prisma.MemberWhereInput = {
        brandId,
        role: "expert",
        status,
        ...(q ? { displayName: { contains: q, mode: "insensitive" } } : {}),
        ...(topic ? { topics: { some: { topicId: topic } } } : {}),
      };
      const [count, rows] = await Promise.all([
        db().member.count({ where }),
        db().member.findMany({
          where,
          orderBy: [{ createdAt: "desc" }, { id: "asc" }],
          take: mostRows,
          select: {
            id: true,
            displayName: true,
            createdAt: true,
            topics: { select: { topicId: true }, orderBy: { topicId: "asc" } },
          },
        }),
      ]);
      const members = rows.map(({ id, displayName, createdAt, topics }) => ({
        id,
        name: displayName,
        since: createdAt.toISOString(),
        topicIds: topics.map(({ topicId }) => topicId),
      }));
      return [status, { count, members }] as const;
    }),
  );
  return Object.fromEntries(columns) as PipelineMembers;
}
