import { z } from "zod";
import type { Hours } from "@/lib/domain/hours/hours";
import { stages } from "@/lib/domain/member/ramp";
import { helperKind, roles } from "@/lib/domain/member/role";
import { presenceKinds } from "@/lib/domain/presence/history";
import type { PastPerson } from "@/lib/domain/simulation/change";
import { type Coming, stretchesOf } from "@/lib/domain/simulation/stretches";
import { withinHours } from "@/lib/domain/simulation/with-hours";
import { db } from "@/lib/server/database";

const Members = z.array(
  z.object({
    id: z.string(),
    role: z.enum(roles),
    languages: z.array(z.string()),
    capacity: z.number(),
    chatsHeld: z.number(),
    stage: z.enum(stages),
    capacityRule: z.number().nullable(),
    capacityFixed: z.number().nullable(),
    capacityWish: z.number().nullable(),
    topics: z.array(z.object({ topicId: z.string(), thanks: z.number(), misses: z.number() })),
  }),
);
const Comings = z.array(
  z.object({ memberId: z.string(), kind: z.enum([...presenceKinds, "back"]), at: z.date() }),
);

/**
 * The members who were at their desks, as they are now, with the times in which they were. The last word of each before
 * `from` tells how it stood then. An answer to an offer takes somebody back from being away; a lease that ended and was
 * not yet written down counts as gone.
 */
export async function readPastPeople({
  brandId,
  from,
  to,
  hours,
  timeZone,
}: {
  brandId: string;
  from: Date;
  to: Date;
  hours: Hours;
  timeZone: string;
}): Promise<PastPerson[]> {
  const rows = await db().$queryRaw`
    WITH before AS (
      SELECT DISTINCT ON (member_id, says) member_id, kind, at, id
      FROM presence_events, LATERAL (SELECT CASE WHEN kind IN ('opened', 'paused') THEN 'said' WHEN kind = 'away' THEN kind ELSE 'screen' END AS says) s
      WHERE brand_id = ${brandId} AND at < ${from}
      ORDER BY member_id, says, at DESC, id DESC),
    known AS (
      SELECT member_id, kind, at, id FROM before
      UNION ALL
      SELECT member_id, kind, at, id FROM presence_events WHERE brand_id = ${brandId} AND at >= ${from} AND at < ${to}
      UNION ALL
      SELECT member_id, 'back', at, 0 FROM routing_events
      WHERE brand_id = ${brandId} AND at >= ${from} AND at < ${to} AND kind IN ('accepted', 'declined') AND member_id IS NOT NULL
      UNION ALL
      SELECT l.member_id, 'gone', max(l.expires_at), 0 FROM leases l JOIN members m ON m.id = l.member_id
      WHERE m.brand_id = ${brandId} GROUP BY l.member_id HAVING max(l.expires_at) < ${to})
    SELECT member_id AS "memberId", kind, at FROM known ORDER BY at, id`;
  const after = (date: Date) => (date.getTime() - from.getTime()) / 1000;
  const comings = new Map<string, Coming[]>();
  for (const { memberId, kind, at } of Comings.parse(rows)) {
    const own = comings.get(memberId) ?? [];
    comings.set(memberId, [...own, { kind, at: after(at) }]);
  }
  const members = Members.parse(
    await db().member.findMany({
      where: { brandId },
      orderBy: { id: "asc" },
      select: {
        id: true,
        role: true,
        languages: true,
        capacity: true,
        chatsHeld: true,
        stage: true,
        capacityRule: true,
        capacityFixed: true,
        capacityWish: true,
        topics: { select: { topicId: true, thanks: true, misses: true } },
      },
    }),
  );
  return members.map(({ id, role, capacityRule, capacityFixed: fixed, capacityWish: wish, ...member }) => {
    const kind = helperKind(role);
    return {
      memberId: id,
      kind,
      role,
      stage: member.stage,
      languages: member.languages,
      capacity: member.capacity,
      isByRule: capacityRule !== null,
      fixed,
      wish,
      hasHelped: member.chatsHeld > 0,
      topics: member.topics,
      presence: withinHours(stretchesOf(comings.get(id) ?? [], after(to)), {
        hours,
        kind,
        timeZone,
        startsAt: from,
      }),
    };
  });
}
