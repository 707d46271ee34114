import { z } from "zod";
import { type TimelineEntry, timelineKinds } from "@/lib/domain/conversation/view";
import { db } from "@/lib/server/database";

const Data = z
  .object({ asked: z.array(z.object({ memberId: z.string() })).default([]) })
  .catch({ asked: [] });

/** A question's way step by step, oldest first, from the journal; and when each screen confirmed that it rang. */
export async function readTimeline({
  brandId,
  questionId,
  askedAt,
  endedAt,
}: {
  brandId: string;
  questionId: string;
  askedAt: Date;
  /** When its chat was over, which the journal does not say. */
  endedAt: Date | null;
}): Promise<TimelineEntry[]> {
  const [events, offers, members] = await Promise.all([
    db().routingEvent.findMany({ where: { brandId, questionId }, orderBy: { id: "asc" } }),
    db().offer.findMany({
      where: { brandId, questionId, deliveredAt: { not: null } },
      select: { memberId: true, deliveredAt: true },
    }),
    db().member.findMany({
      where: {
        brandId,
        OR: [{ offers: { some: { questionId } } }, { segments: { some: { chat: { questionId } } } }],
      },
      select: { id: true, displayName: true },
    }),
  ]);
  const names = new Map(members.map(({ id, displayName }) => [id, displayName]));
  const isAskedKnown = events.some(({ kind }) => kind === "asked");
  const steps = [
    ...(isAskedKnown ? [] : [{ kind: "asked", at: askedAt, memberId: null, asked: [] }]),
    ...events.map(({ kind, at, memberId, data }) => ({ kind, at, memberId, asked: Data.parse(data).asked })),
    ...offers.flatMap(({ memberId, deliveredAt }) =>
      deliveredAt ? [{ kind: "delivered", at: deliveredAt, memberId, asked: [] }] : [],
    ),
    ...(endedAt ? [{ kind: "ended", at: endedAt, memberId: null, asked: [] }] : []),
  ];
  return steps
    .flatMap(({ kind, at, memberId, asked }, order) => {
      const known = timelineKinds.find((each) => each === kind);
      return known ? [{ kind: known, at, memberId, asked, order }] : [];
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime() || a.order - b.order)
    .map(({ kind, at, memberId, asked }) => ({
      kind,
      at: at.toISOString(),
      seconds: (at.getTime() - askedAt.getTime()) / 1000,
      name: memberId === null ? null : (names.get(memberId) ?? null),
      asked: asked.flatMap(({ memberId }) => names.get(memberId) ?? []),
    }));
}
