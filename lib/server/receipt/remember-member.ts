import { z } from "zod";
import { helperKind } from "@/lib/domain/member/role";
import { presenceKinds } from "@/lib/domain/presence/history";
import type { Remembered } from "@/lib/domain/receipt/look-back";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";

const Coming = z.object({ kind: z.enum([...presenceKinds, "back"]), at: z.coerce.date() });
const Busy = z.object({ from: z.coerce.date(), to: z.coerce.date().nullable() });
const Rows = z.tuple([
  z.object({
    languages: z.array(z.string()),
    topicIds: z.array(z.string()),
    capacity: z.number(),
    comings: z.array(Coming),
    busy: z.array(Busy),
  }),
]);

/** What is remembered of a member's comings, goings, chats and offers since `from`, and how it stood then. */
export async function rememberMember({
  member,
  from,
}: {
  member: MemberActor;
  from: Date;
}): Promise<Remembered> {
  const rows = await db().$queryRaw`
    WITH before AS (
      SELECT DISTINCT ON (says) kind, at
      FROM presence_events, LATERAL (SELECT CASE WHEN kind IN ('opened', 'paused') THEN 'said'
        WHEN kind = 'away' THEN kind ELSE 'screen' END AS says) s
      WHERE member_id = ${member.id} AND at < ${from} ORDER BY says, at DESC, id DESC),
    comings AS (
      SELECT kind, at FROM before
      UNION ALL SELECT kind, at FROM presence_events WHERE member_id = ${member.id} AND at >= ${from}
      UNION ALL SELECT 'back', closed_at FROM offers
        WHERE member_id = ${member.id} AND state IN ('accepted', 'declined') AND closed_at >= ${from}),
    busy AS (
      SELECT made_at AS "from", closed_at AS "to" FROM offers
      WHERE member_id = ${member.id} AND reserves AND (closed_at IS NULL OR closed_at > ${from})
      UNION ALL SELECT started_at, ended_at FROM segments
      WHERE member_id = ${member.id} AND (ended_at IS NULL OR ended_at > ${from}))
    SELECT m.languages, m.capacity,
      (SELECT coalesce(json_agg(t.topic_id), '[]') FROM member_topics t WHERE t.member_id = m.id) AS "topicIds",
      (SELECT coalesce(json_agg(c ORDER BY c.at), '[]') FROM comings c) AS comings,
      (SELECT coalesce(json_agg(b), '[]') FROM busy b) AS busy
    FROM members m WHERE m.id = ${member.id}`;
  const [{ languages, topicIds, capacity, comings, busy }] = Rows.parse(rows);
  return { person: { kind: helperKind(member.role), languages, topicIds, capacity }, comings, busy };
}
