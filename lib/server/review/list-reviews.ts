import { roles } from "@/lib/domain/member/role";
import { goneStatuses } from "@/lib/domain/member/status";
import { can } from "@/lib/domain/permission/permission";
import { ReviewKind, ReviewOutcome } from "@/lib/domain/review/schema";
import type { ReviewList, ReviewView } from "@/lib/domain/review/view";
import { Names } from "@/lib/domain/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import type { Prisma } from "@/prisma/generated/client";
import { concerns } from "./settle";

const shownDays = 90;
const most = 100;

const include = {
  member: { select: { id: true, displayName: true } },
  items: {
    orderBy: { thanks: { thankedAt: "asc" } },
    select: {
      thanks: {
        select: {
          id: true,
          thankedAt: true,
          counts: true,
          topic: { select: { names: true } },
          visitor: { select: { firstName: true } },
          memberId: true,
          member: { select: { displayName: true } },
          rating: { select: { stars: true, chat: { select: { questionId: true } } } },
        },
      },
    },
  },
} satisfies Prisma.ReviewInclude;

type Row = Prisma.ReviewGetPayload<{ include: typeof include }>;

/** Thanks that look arranged: what nobody has judged yet, oldest first, and what was judged in the last 90 days. */
export async function listReviews({
  member: { id: readerId, brandId },
  now,
}: {
  member: Pick<MemberActor, "id" | "brandId">;
  now: Date;
}): Promise<ReviewList> {
  const [open, decided, managers] = await Promise.all([
    db().review.findMany({
      where: { brandId, decidedAt: null },
      orderBy: [{ openedAt: "asc" }, { id: "asc" }],
      take: most,
      include,
    }),
    db().review.findMany({
      where: { brandId, decidedAt: { gt: later(now, -shownDays * 24 * 3600) } },
      orderBy: [{ decidedAt: "desc" }, { id: "asc" }],
      take: most,
      include,
    }),
    db().member.findMany({
      where: {
        brandId,
        role: { in: roles.filter((role) => can(role, "people")) },
        status: { notIn: [...goneStatuses] },
      },
      orderBy: [{ displayName: "asc" }, { id: "asc" }],
      select: { id: true, displayName: true },
    }),
  ]);
  const ids = [...open, ...decided].flatMap(({ otherId, decidedById }) =>
    [otherId ?? [], decidedById ?? []].flat(),
  );
  const people = await db().member.findMany({
    where: { brandId, id: { in: ids } },
    select: { id: true, displayName: true },
  });
  const names = new Map(people.map(({ id, displayName }) => [id, displayName]));
  const shown = (rows: Row[]) =>
    rows.map((row) => {
      const concernsReader = concerns(row, readerId);
      const free = concernsReader ? managers.filter(({ id }) => !concerns(row, id)) : [];
      return { ...view(row, names), concernsReader, deciders: free.map(({ displayName }) => displayName) };
    });
  return { open: shown(open), decided: shown(decided) };
}

function view(row: Row, names: Map<string, string>): Omit<ReviewView, "concernsReader" | "deciders"> {
  const { id, kind, member, otherId, openedAt, items, outcome, decidedAt, decidedById, reason } = row;
  const otherName = otherId ? names.get(otherId) : undefined;
  return {
    id,
    kind: ReviewKind.parse(kind),
    member: { id: member.id, name: member.displayName },
    other: otherId && otherName ? { id: otherId, name: otherName } : null,
    openedAt: openedAt.toISOString(),
    thanks: items.map(({ thanks }) => ({
      id: thanks.id,
      at: thanks.thankedAt.toISOString(),
      stars: thanks.rating.stars,
      from: thanks.visitor.firstName,
      to: thanks.member.displayName,
      topic: thanks.topic ? Names.parse(thanks.topic.names) : null,
      questionId: thanks.rating.chat.questionId,
      counts: thanks.counts,
    })),
    decision: decidedAt && {
      outcome: ReviewOutcome.parse(outcome),
      at: decidedAt.toISOString(),
      by: decidedById ? (names.get(decidedById) ?? null) : null,
      reason,
    },
  };
}
