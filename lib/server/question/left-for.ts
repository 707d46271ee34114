import { can } from "@/lib/domain/permission/permission";
import type { MemberActor } from "@/lib/server/account/actor";
import type { Tx } from "@/lib/server/commit";
import type { Prisma } from "@/prisma/generated/client";

/**
 * The left questions that a member may answer when it suits him, open or paused: staff all of their brand; an expert
 * those in a language that he speaks about a topic that he knows or none, and what he carried or answered before. Never
 * those of a visitor who is banned, or with whom he is kept apart by a report.
 */
export async function leftFor({
  tx,
  member,
  now,
}: {
  tx: Tx;
  member: MemberActor;
  now: Date;
}): Promise<Prisma.QuestionWhereInput> {
  const { id, brandId, role } = member;
  const reports = await tx.flag.findMany({
    where: {
      brandId,
      AND: [
        { OR: [{ memberId: id }, { reporterId: id }] },
        { OR: [{ outcome: null }, { outcome: { not: "dismissed" } }] },
      ],
    },
    select: { visitorId: true, memberId: true, reporterId: true },
  });
  const apart = reports.flatMap(({ visitorId, memberId, reporterId }) =>
    memberId === id ? reporterId : (visitorId ?? []),
  );
  const own = {
    brandId,
    visitorId: { notIn: apart },
    visitor: { bans: { none: { until: { gt: now }, liftedAt: null } } },
  };
  if (can(role, "answer-left")) return own;
  const { languages, topics } = await tx.member.findUniqueOrThrow({
    where: { id },
    select: { languages: true, topics: { select: { topicId: true } } },
  });
  const suits: Prisma.QuestionWhereInput = {
    audience: { not: "staff" },
    language: { in: languages },
    OR: [{ topicId: null }, { topicId: { in: topics.map(({ topicId }) => topicId) } }],
  };
  // What he carried he knows; what he passed on is no longer his.
  const carried: Prisma.QuestionWhereInput = {
    chat: { segments: { some: { memberId: id, state: { not: "handed_over" } } } },
  };
  return { ...own, OR: [suits, carried, { turns: { some: { forMemberId: id } } }] };
}

/** Turns that wait for an answer and are not another's alone. */
export function openTurnFor(memberId: string, now: Date): Prisma.LeftTurnWhereInput {
  return {
    answeredAt: null,
    OR: [
      { forMemberId: null },
      { forMemberId: memberId },
      { forUntil: { lte: now } },
      // Who is not there any more keeps nobody waiting.
      { forMember: { status: { notIn: ["active", "trial"] } } },
    ],
  };
}
