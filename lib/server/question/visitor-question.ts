import { z } from "zod";
import { isOpenAt } from "@/lib/domain/hours/open";
import { brandHours } from "@/lib/domain/hours/schema";
import { initialsOf, tintOf } from "@/lib/domain/member/appearance";
import { monthsSince } from "@/lib/domain/member/months";
import { helperKind, roles } from "@/lib/domain/member/role";
import { audiences } from "@/lib/domain/question/audience";
import { questionStates, type VisitorQuestion } from "@/lib/domain/question/view";
import { Names } from "@/lib/domain/schema";
import type { Tx } from "@/lib/server/commit";
import { Prisma } from "@/prisma/generated/client";

const Row = z.object({
  id: z.string(),
  version: z.number(),
  state: z.enum(questionStates),
  text: z.string(),
  topic: z.object({ id: z.string(), names: Names }).nullable(),
  product: z.string().nullable(),
  audience: z.enum(audiences),
  askedAt: z.date(),
  promiseSeconds: z.number(),
  promiseKept: z.boolean().nullable(),
  position: z.number().nullable(),
  expectedSeconds: z.number().nullable(),
  joinedAt: z.date().nullable(),
  staffFree: z.boolean(),
  /** The brand's, where somebody of its staff is free. */
  hours: z.unknown(),
  timeZone: z.string(),
  answerBy: z.date().nullable(),
  hasEmail: z.boolean(),
  asked: z.array(
    z.object({
      memberId: z.string(),
      role: z.enum(roles),
      name: z.string(),
      ownsSince: z.coerce.date().nullable(),
      isDelivered: z.boolean(),
    }),
  ),
});

/** A question as its visitor sees it, read within `tx`. Throws when there is none of that id. */
export async function visitorQuestion({
  tx,
  questionId,
  now,
}: {
  tx: Tx;
  questionId: string;
  now: Date;
}): Promise<VisitorQuestion> {
  const [question] = await visitorQuestions({ tx, questionIds: [questionId], now });
  if (!question) throw new Error("no such question");
  return question;
}

/** The same for several at once, in no order: one query. */
export async function visitorQuestions({
  tx,
  questionIds,
  now,
}: {
  tx: Tx;
  questionIds: readonly string[];
  now: Date;
}): Promise<VisitorQuestion[]> {
  const [first] = questionIds;
  if (first === undefined) return [];
  // One alone by `=`: PostgreSQL keeps its plan, where it would make a new one for each list, at ten times the cost.
  const isWanted =
    questionIds.length === 1 ? Prisma.sql`q.id = ${first}` : Prisma.sql`q.id = ANY(${questionIds})`;
  // `staffFree` is the twin in SQL of `verdict` in lib/domain/routing/candidate for staff; their hours are looked at below.
  const rows = await tx.$queryRaw`
    SELECT q.id, q.version, q.state, q.text, q.product, q.audience, q.asked_at AS "askedAt",
      q.promise_seconds AS "promiseSeconds", q.promise_kept AS "promiseKept", q.position,
      q.expected_seconds AS "expectedSeconds", q.joined_at AS "joinedAt", q.answer_by AS "answerBy",
      q.left_email IS NOT NULL AS "hasEmail",
      CASE WHEN t.id IS NOT NULL THEN json_build_object('id', t.id, 'names', t.names) END AS topic,
      (SELECT coalesce(json_agg(json_build_object('memberId', m.id, 'role', m.role, 'name', m.display_name,
          'ownsSince', o.since, 'isDelivered', f.state = 'delivered') ORDER BY f.made_at, f.id), '[]')
        FROM offers f JOIN members m ON m.id = f.member_id
          LEFT JOIN ownerships o ON o.member_id = m.id AND o.product = q.product
        WHERE f.question_id = q.id AND f.state IN ('made', 'delivered')) AS asked,
      staff.free AS "staffFree", CASE WHEN staff.free THEN b.hours END AS hours, b.time_zone AS "timeZone"
    FROM questions q JOIN brands b ON b.id = q.brand_id LEFT JOIN topics t ON t.id = q.topic_id
      CROSS JOIN LATERAL (SELECT b.deleted_at IS NULL AND EXISTS (
        SELECT 1 FROM members s
        WHERE s.brand_id = q.brand_id AND s.role <> 'expert' AND s.status IN ('active', 'trial') AND s.is_open
          AND s.away_since IS NULL AND (s.open_until IS NULL OR s.open_until > ${now})
          AND q.language = ANY(s.languages)
          AND s.load < CASE WHEN s.chats_held = 0 THEN least(s.capacity, 1) ELSE s.capacity END
          AND EXISTS (SELECT 1 FROM leases l WHERE l.member_id = s.id AND l.expires_at > ${now})
          AND NOT EXISTS (SELECT 1 FROM flags f WHERE f.outcome IS DISTINCT FROM 'dismissed'
            AND (f.reporter_id = q.visitor_id AND f.member_id = s.id
              OR f.visitor_id = q.visitor_id AND f.reporter_id = s.id))
          AND NOT EXISTS (SELECT 1 FROM chats c JOIN segments p ON p.chat_id = c.id
            WHERE c.question_id = q.id AND p.member_id = s.id AND p.state = 'handed_over')) AS free) staff
    WHERE ${isWanted}`;
  return z
    .array(Row)
    .parse(rows)
    .map((row) => viewOf(row, now));
}

function viewOf(found: z.infer<typeof Row>, now: Date): VisitorQuestion {
  const { askedAt, joinedAt, answerBy, promiseKept, audience, asked, expectedSeconds, ...rest } = found;
  const { staffFree, hours, timeZone, ...row } = rest;
  return {
    ...row,
    staffFree: staffFree && isOpenAt(brandHours(hours), "staff", now, timeZone),
    staffOnly: audience === "staff",
    askedAt: askedAt.toISOString(),
    promiseBroken: promiseKept === false,
    asked: asked.map(({ memberId, role, name, ownsSince, isDelivered }) => ({
      kind: helperKind(role),
      name,
      initials: initialsOf(name),
      tint: tintOf(memberId),
      ownsMonths: ownsSince ? monthsSince(ownsSince, now) : null,
      state: isDelivered ? ("reading" as const) : ("asked" as const),
    })),
    expectedWaitSeconds: expectedSeconds,
    joinedSeconds: joinedAt ? (joinedAt.getTime() - askedAt.getTime()) / 1000 : null,
    answerBy: answerBy?.toISOString() ?? null,
  };
}
